"""What every test may ask for. Things for one folder only stand in that folder's own conftest.py."""
