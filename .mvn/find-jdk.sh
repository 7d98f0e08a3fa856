# find_jdk MAJOR prints the home of a JDK (with javac) of that feature release or newer: JAVA_HOME
# first, then PATH, then the folders where packages, SDKMAN, asdf, Homebrew and macOS put JDKs.

jdk_major() {
  [ -x "$1/bin/javac" ] || return 1
  # "javac 25.0.3" -> 25; the release file is quicker than starting a JVM, but not every JDK has one.
  if [ -r "$1/release" ]; then
    sed -n 's/^JAVA_VERSION="\([0-9]*\).*/\1/p' "$1/release"
  else
    "$1/bin/javac" -version 2>&1 | sed -n 's/^javac \([0-9]*\).*/\1/p'
  fi
}

find_jdk() {
  wanted=$1
  on_path=$(command -v javac 2>/dev/null || true)
  if [ -n "$on_path" ]; then
    on_path=$(dirname "$(dirname "$(readlink -f "$on_path" 2>/dev/null || echo "$on_path")")")
  fi
  for home in "${JAVA_HOME:-}" "$on_path" \
      /usr/lib/jvm/* /usr/java/* /opt/java/* /opt/jdk* /opt/*jdk* /usr/local/*jdk* \
      "${HOME:-/nonexistent}"/.sdkman/candidates/java/* "${HOME:-/nonexistent}"/.asdf/installs/java/* \
      "${HOME:-/nonexistent}"/.jdks/* "${HOME:-/nonexistent}"/.local/share/mise/installs/java/* \
      /opt/homebrew/opt/openjdk*/libexec/openjdk.jdk/Contents/Home \
      /Library/Java/JavaVirtualMachines/*/Contents/Home; do
    [ -n "$home" ] && [ -d "$home" ] || continue
    major=$(jdk_major "$home") || continue
    if [ -n "$major" ] && [ "$major" -ge "$wanted" ]; then
      echo "$home"
      return 0
    fi
  done
  return 1
}
