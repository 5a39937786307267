# shellcheck shell=bash
# For scripts to source: finds a Java that is new enough. The caller has set `root`, and defines `fail MESSAGE`, which ends it.

readonly NEEDED_JAVA=25

# Whether the folder holds a Java that is new enough. Its release file says it, so no JVM has to be started to find out.
is_new_enough() {
    local line
    if [[ -x $1/bin/java && -r $1/release ]]; then
        while IFS= read -r line; do
            if [[ $line =~ ^JAVA_VERSION=\"?([0-9]+) ]]; then
                ((BASH_REMATCH[1] >= NEEDED_JAVA))
                return
            fi
        done < "$1/release"
    fi
    return 1
}

# Sets java_home to the first Java that is new enough: the one asked for, that of the archive, or one that is installed.
find_java() {
    local candidate on_path
    local candidates=()
    if [[ -n ${UNDERCURRENT_JAVA:-} ]]; then
        java_home=$UNDERCURRENT_JAVA
        if [[ -f $java_home ]]; then
            java_home=$(dirname "$(dirname "$(readlink -f "$java_home")")")
        fi
        is_new_enough "$java_home" || fail "UNDERCURRENT_JAVA is '$UNDERCURRENT_JAVA', which is not a JDK $NEEDED_JAVA or newer"
        return
    fi
    candidates+=("$root/runtime" "${JAVA_HOME:-}")
    if on_path=$(command -v java); then
        candidates+=("$(dirname "$(dirname "$(readlink -f "$on_path")")")")
    fi
    candidates+=(/usr/lib/jvm/* /opt/java/* /opt/jdk* /usr/java/* "${HOME:-/root}"/.sdkman/candidates/java/* "${HOME:-/root}"/.jdks/*
        /Library/Java/JavaVirtualMachines/*/Contents/Home)
    for candidate in "${candidates[@]}"; do
        if [[ -n $candidate ]] && is_new_enough "$candidate"; then
            # the caller reads it
            # shellcheck disable=SC2034
            java_home=$candidate
            return
        fi
    done
    fail "needs a JDK $NEEDED_JAVA or newer and found none; install one (https://adoptium.net, or: apt install temurin-25-jdk) and set \
JAVA_HOME or UNDERCURRENT_JAVA to its folder"
}
