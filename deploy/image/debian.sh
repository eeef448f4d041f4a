#!/usr/bin/env bash
# An image of Python 3.11 where no registry of images is at hand: Debian 12, made by debootstrap from Debian's archive.
# Usage, as root: deploy/image/debian.sh NAME [FOLDER]. The folder keeps the files between two runs; without one nothing is kept.
# MIRROR names another archive, BUILDAH_ISOLATION=chroot is for machines that are containers themselves.
set -euo pipefail
name=$1
kept=${2:-}
folder=${kept:-$(mktemp -d)}

if [[ ! -e $folder/made ]]; then
	rm -rf "$folder/files"
	mkdir -p "$folder"
	debootstrap --variant=minbase --include=python3,python3-venv,ca-certificates bookworm "$folder/files" ${MIRROR:+"$MIRROR"} >&2
	# What differs from one time to the next, and what is no use in an image.
	rm -rf "$folder"/files/var/{cache,lib/apt/lists,log}/* "$folder"/files/usr/share/{doc,man,locale}/* "$folder"/files/dev/*
	: >"$folder/files/etc/machine-id"
	rm -f "$folder/files/etc/resolv.conf" "$folder/files/etc/hostname"
	touch "$folder/made"
fi

container=$(buildah from scratch)
trap 'buildah rm "$container" >/dev/null' EXIT
buildah add --quiet "$container" "$folder/files" / >/dev/null
buildah config --cmd python3 "$container"
buildah commit --quiet --timestamp 315532800 "$container" "$name"
[[ -n $kept ]] || rm -rf "$folder"
