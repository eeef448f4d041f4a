#!/bin/sh
# Usage, as the first process of its own mounts and process numbers: jail.sh ROOT FOLDER ro|rw USER:GROUP WORKDIR NAME=VALUE... WORDS...
# What an engine does with an image before it starts it, with a read-only root unless "rw". The network stays the machine's.
set -eu
root=$1 folder=$2 mode=$3 user=$4 workdir=$5
shift 5

mount --bind "$root" "$root"
mount --bind "$folder/data" "$root/var/lib/spinal-cds"
mount --bind "$folder/tmp" "$root/tmp"
mount --bind "$folder/site" "$root/etc/spinal-cds"
mount -o remount,bind,ro "$root/etc/spinal-cds"
mount -t proc proc "$root/proc"
mount -t tmpfs -o mode=0755 tmpfs "$root/dev"
for device in null zero urandom random; do
	: >"$root/dev/$device"
	mount --bind "/dev/$device" "$root/dev/$device"
done
mkdir "$root/dev/shm"
mount -t tmpfs -o mode=1777 tmpfs "$root/dev/shm"
[ "$mode" = rw ] || mount -o remount,bind,ro "$root"

exec setpriv --no-new-privs --bounding-set=-all,+setuid,+setgid,+sys_chroot \
	chroot --userspec="$user" --groups= "$root" /usr/bin/env -i -C "$workdir" "$@"
