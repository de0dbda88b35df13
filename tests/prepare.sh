#!/usr/bin/env bash
# Installs what the tests need beside Python, where it may: Debian's Chromium (journeys) and a Java (HTML validator).
set -u
needed=()
command -v chromium >/dev/null || needed+=(chromium)
command -v curl >/dev/null || needed+=(curl)
command -v java >/dev/null || needed+=(default-jre-headless)
[ ${#needed[@]} -eq 0 ] && exit 0
if command -v apt-get >/dev/null && [ "$(id -u)" = 0 ]; then
    echo "Instalando ${needed[*]} (una sola vez)…"
    { apt-get update -qq && DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends "${needed[@]}"; } >/dev/null 2>&1
fi
for program in chromium curl java; do
    command -v "$program" >/dev/null || echo "Falta $program y no se pudo instalar: lo que depende de él se informará como omitido."
done
exit 0
