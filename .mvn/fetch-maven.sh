# fetch_maven VERSION HOME puts that Maven into HOME. Any Maven on the machine fetches the newer one
# as an ordinary artifact, with the repository settings and mirrors it already has; without one, set
# MVNW_REPOURL to a Maven repository (the variable of the standard wrapper).

fetch_maven() {
  version=$1
  home=$2
  work=$(mktemp -d)
  archive=$work/apache-maven-$version-bin.tar.gz
  echo "mvnw: fetching Maven $version" >&2
  if [ -n "${MVNW_REPOURL:-}" ]; then
    curl -fsSL -o "$archive" \
      "${MVNW_REPOURL%/}/org/apache/maven/apache-maven/$version/apache-maven-$version-bin.tar.gz" || rm -f "$archive"
  elif command -v mvn >/dev/null 2>&1; then
    # From an empty folder, so that this project's own .mvn settings do not apply to the old Maven.
    (cd "$work" && mvn -q -B org.apache.maven.plugins:maven-dependency-plugin:3.8.1:copy \
      "-Dartifact=org.apache.maven:apache-maven:$version:tar.gz:bin" "-DoutputDirectory=$work") >&2 || true
  fi
  if [ ! -s "$archive" ]; then
    echo "mvnw: could not fetch Maven $version: install any Maven (mvn on PATH fetches it), or set MVNW_REPOURL to a Maven repository" >&2
    rm -rf "$work"
    return 1
  fi
  mkdir -p "$(dirname "$home")"
  tar -xzf "$archive" -C "$work"
  # The move is atomic: a second mvnw at the same time sees either nothing or a whole Maven.
  mv "$work/apache-maven-$version" "$home" 2>/dev/null || [ -x "$home/bin/mvn" ]
  rm -rf "$work"
}
