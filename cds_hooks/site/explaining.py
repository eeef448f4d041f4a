"""What a setting means, its default and range, in words: ``spinal-cds check --explain KEY``."""

import re
from difflib import get_close_matches

from cds_hooks.site.environment import PREFIX
from cds_hooks.site.keys import CLIENT, PER_CLIENT, ROOT, SECTIONS, Section, Setting


def explain(key: str) -> str:
    """A few lines on one key (``fhir.deadline_ms``) or one table (``fhir``). Raises KeyError if there is none."""
    wanted = re.sub(r"\[\d+\]", "", key.strip().lower())
    if wanted in _tables():
        section = _tables()[wanted]
        return "\n".join([f"[{wanted}]", *(f"  {one.name}: {one.meaning}" for one in section.settings)])
    settings = _settings()
    if wanted not in settings:
        near = get_close_matches(wanted, [*settings, *_tables()], n=3)
        raise KeyError(f'no setting "{key}"' + (f"; did you mean {' or '.join(near)}?" if near else ""))
    return _words(wanted, settings[wanted])


def _tables() -> dict[str, Section]:
    inside = {f"client.{name}": section for name, section in PER_CLIENT.items()}
    return {"client": CLIENT, **SECTIONS, **inside}


def _settings() -> dict[str, Setting]:
    root = {one.name: one for one in ROOT.settings}
    return root | {f"{name}.{one.name}": one for name, section in _tables().items() for one in section.settings}


def _words(key: str, setting: Setting) -> str:
    lines = [key, f"  {setting.meaning}", f"  default: {default_of(setting)}", f"  allowed: {setting.kind.allowed}"]
    lines.append(f"  environment: {variable_of(key)}")
    if key.partition(".")[0] in PER_CLIENT:
        lines.append(f"  may be repeated as client.{key}, and then wins")
    return "\n".join(lines)


def variable_of(key: str) -> str:
    """The variable of the environment that sets a key."""
    return PREFIX + key.upper().replace("CLIENT.", "CLIENT.0.").replace(".", "__")


def default_of(setting: Setting) -> str:
    """As it would be written in the file."""
    return "none" if setting.default is None else _as_toml(setting.default)


def _as_toml(value: object) -> str:
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, tuple):
        return f"[{', '.join(_as_toml(one) for one in value)}]"
    return f'"{value}"' if isinstance(value, str) else str(value)
