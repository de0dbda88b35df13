#!/usr/bin/env bash
# Installs what the tests need beside Python, where it may: Debian's Chromium (journeys), a Java (HTML validator), and
# Maven with a JDK of 21 or newer (a real OpenSearch node).
set -u
newer_jdk() { # the newest package that Debian offers; nothing when it has none
    for version in 25 21; do
        apt-cache show "openjdk-$version-jdk-headless" >/dev/null 2>&1 && echo "openjdk-$version-jdk-headless" && return
    done
}
has_newer_jdk() {
    [ -n "${OPENSEARCH_JAVA_HOME:-}" ] && return
    grep -qsE '^JAVA_VERSION="(2[1-9]|[3-9][0-9])' /usr/lib/jvm/*/release /opt/java/*/release /usr/java/*/release
}
may_install() { command -v apt-get >/dev/null && [ "$(id -u)" = 0 ]; }
needed=()
command -v chromium >/dev/null || needed+=(chromium)
command -v curl >/dev/null || needed+=(curl)
command -v java >/dev/null || needed+=(default-jre-headless)
command -v mvn >/dev/null || needed+=(maven)
if may_install && { [ ${#needed[@]} -gt 0 ] || ! has_newer_jdk; }; then
    apt-get update -qq >/dev/null 2>&1
    has_newer_jdk || needed+=($(newer_jdk))
    if [ ${#needed[@]} -gt 0 ]; then
        echo "Instalando ${needed[*]} (una sola vez)…"
        DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends "${needed[@]}" >/dev/null 2>&1
    fi
fi
for program in chromium curl java mvn; do
    command -v "$program" >/dev/null || echo "Falta $program y no se pudo instalar: lo que depende de él se informará como omitido."
done
has_newer_jdk || echo "Falta un JDK 21 o posterior (Debian 12 no lo ofrece; OPENSEARCH_JAVA_HOME dice dónde está): las pruebas del motor de búsqueda se informarán como omitidas."
exit 0
