# Completion of s2ioc's commands and flags, for bash and zsh:  source <(s2ioc completion bash)
# Made by "s2ioc completion"; do not edit.

if [ -n "$BASH_VERSION" ]; then
  # Enable programmable completion facilities when using bash (see [3])
  shopt -s progcomp
elif [ -n "$ZSH_VERSION" ]; then
  # Make alias a distinct command for completion purposes when using zsh (see [4])
  setopt COMPLETE_ALIASES
  alias compopt=complete

  # Enable bash completion in zsh (see [7])
  # Only initialize completions module once to avoid unregistering existing completions.
  if ! type compdef > /dev/null; then
    autoload -U +X compinit && compinit
  fi
  autoload -U +X bashcompinit && bashcompinit
fi

# CompWordsContainsArray takes an array and then checks
# if all elements of this array are in the global COMP_WORDS array.
#
# Returns zero (no error) if all elements of the array are in the COMP_WORDS array,
# otherwise returns 1 (error).
function CompWordsContainsArray() {
  declare -a localArray
  localArray=("$@")
  local findme
  for findme in "${localArray[@]}"; do
    if ElementNotInCompWords "$findme"; then return 1; fi
  done
  return 0
}
function ElementNotInCompWords() {
  local findme="$1"
  local element
  for element in "${COMP_WORDS[@]}"; do
    if [[ "$findme" = "$element" ]]; then return 1; fi
  done
  return 0
}

# The `currentPositionalIndex` function calculates the index of the current positional parameter.
#
# currentPositionalIndex takes three parameters:
# the command name,
# a space-separated string with the names of options that take a parameter, and
# a space-separated string with the names of boolean options (that don't take any params).
# When done, this function echos the current positional index to std_out.
#
# Example usage:
# local currIndex=$(currentPositionalIndex "mysubcommand" "$ARG_OPTS" "$FLAG_OPTS")
function currentPositionalIndex() {
  local commandName="$1"
  local optionsWithArgs="$2"
  local booleanOptions="$3"
  local previousWord
  local result=0

  for i in $(seq $((COMP_CWORD - 1)) -1 0); do
    previousWord=${COMP_WORDS[i]}
    if [ "${previousWord}" = "$commandName" ]; then
      break
    fi
    if [[ "${optionsWithArgs}" =~ ${previousWord} ]]; then
      ((result-=2)) # Arg option and its value not counted as positional param
    elif [[ "${booleanOptions}" =~ ${previousWord} ]]; then
      ((result-=1)) # Flag option itself not counted as positional param
    fi
    ((result++))
  done
  echo "$result"
}

# compReplyArray generates a list of completion suggestions based on an array, ensuring all values are properly escaped.
#
# compReplyArray takes a single parameter: the array of options to be displayed
#
# The output is echoed to std_out, one option per line.
#
# Example usage:
# local options=("foo", "bar", "baz")
# local IFS=$'\n'
# COMPREPLY=($(compReplyArray "${options[@]}"))
function compReplyArray() {
  declare -a options
  options=("$@")
  local curr_word=${COMP_WORDS[COMP_CWORD]}
  local i
  local quoted
  local optionList=()

  for (( i=0; i<${#options[@]}; i++ )); do
    # Double escape, since we want escaped values, but compgen -W expands the argument
    printf -v quoted %q "${options[i]}"
    quoted=\'${quoted//\'/\'\\\'\'}\'

    optionList[i]=$quoted
  done

  # We also have to add another round of escaping to $curr_word.
  curr_word=${curr_word//\\/\\\\}
  curr_word=${curr_word//\'/\\\'}

  # Actually generate completions.
  local IFS=$'\n'
  echo -e "$(compgen -W "${optionList[*]}" -- "$curr_word")"
}

# Bash completion entry point function.
# _complete_s2ioc finds which commands and subcommands have been specified
# on the command line and delegates to the appropriate function
# to generate possible options and subcommands for the last specified subcommand.
function _complete_s2ioc() {
  # Edge case: if command line has no space after subcommand, then don't assume this subcommand is selected (remkop/picocli#1468).
  if [ "${COMP_LINE}" = "${COMP_WORDS[0]} login" ];    then _picocli_s2ioc; return $?; fi
  if [ "${COMP_LINE}" = "${COMP_WORDS[0]} new-project" ];    then _picocli_s2ioc; return $?; fi
  if [ "${COMP_LINE}" = "${COMP_WORDS[0]} status" ];    then _picocli_s2ioc; return $?; fi
  if [ "${COMP_LINE}" = "${COMP_WORDS[0]} project" ];    then _picocli_s2ioc; return $?; fi
  if [ "${COMP_LINE}" = "${COMP_WORDS[0]} projects" ];    then _picocli_s2ioc; return $?; fi
  if [ "${COMP_LINE}" = "${COMP_WORDS[0]} new-app" ];    then _picocli_s2ioc; return $?; fi
  if [ "${COMP_LINE}" = "${COMP_WORDS[0]} explain" ];    then _picocli_s2ioc; return $?; fi
  if [ "${COMP_LINE}" = "${COMP_WORDS[0]} rollout" ];    then _picocli_s2ioc; return $?; fi
  if [ "${COMP_LINE}" = "${COMP_WORDS[0]} rollback" ];    then _picocli_s2ioc; return $?; fi
  if [ "${COMP_LINE}" = "${COMP_WORDS[0]} new-build" ];    then _picocli_s2ioc; return $?; fi
  if [ "${COMP_LINE}" = "${COMP_WORDS[0]} build" ];    then _picocli_s2ioc; return $?; fi
  if [ "${COMP_LINE}" = "${COMP_WORDS[0]} start-build" ];    then _picocli_s2ioc; return $?; fi
  if [ "${COMP_LINE}" = "${COMP_WORDS[0]} cancel-build" ];    then _picocli_s2ioc; return $?; fi
  if [ "${COMP_LINE}" = "${COMP_WORDS[0]} s2i" ];    then _picocli_s2ioc; return $?; fi
  if [ "${COMP_LINE}" = "${COMP_WORDS[0]} import-image" ];    then _picocli_s2ioc; return $?; fi
  if [ "${COMP_LINE}" = "${COMP_WORDS[0]} tag" ];    then _picocli_s2ioc; return $?; fi
  if [ "${COMP_LINE}" = "${COMP_WORDS[0]} why" ];    then _picocli_s2ioc; return $?; fi
  if [ "${COMP_LINE}" = "${COMP_WORDS[0]} explain-failure" ];    then _picocli_s2ioc; return $?; fi
  if [ "${COMP_LINE}" = "${COMP_WORDS[0]} logs" ];    then _picocli_s2ioc; return $?; fi
  if [ "${COMP_LINE}" = "${COMP_WORDS[0]} wait" ];    then _picocli_s2ioc; return $?; fi
  if [ "${COMP_LINE}" = "${COMP_WORDS[0]} events" ];    then _picocli_s2ioc; return $?; fi
  if [ "${COMP_LINE}" = "${COMP_WORDS[0]} create" ];    then _picocli_s2ioc; return $?; fi
  if [ "${COMP_LINE}" = "${COMP_WORDS[0]} apply" ];    then _picocli_s2ioc; return $?; fi
  if [ "${COMP_LINE}" = "${COMP_WORDS[0]} get" ];    then _picocli_s2ioc; return $?; fi
  if [ "${COMP_LINE}" = "${COMP_WORDS[0]} describe" ];    then _picocli_s2ioc; return $?; fi
  if [ "${COMP_LINE}" = "${COMP_WORDS[0]} label" ];    then _picocli_s2ioc; return $?; fi
  if [ "${COMP_LINE}" = "${COMP_WORDS[0]} annotate" ];    then _picocli_s2ioc; return $?; fi
  if [ "${COMP_LINE}" = "${COMP_WORDS[0]} edit" ];    then _picocli_s2ioc; return $?; fi
  if [ "${COMP_LINE}" = "${COMP_WORDS[0]} expose" ];    then _picocli_s2ioc; return $?; fi
  if [ "${COMP_LINE}" = "${COMP_WORDS[0]} delete" ];    then _picocli_s2ioc; return $?; fi
  if [ "${COMP_LINE}" = "${COMP_WORDS[0]} scale" ];    then _picocli_s2ioc; return $?; fi
  if [ "${COMP_LINE}" = "${COMP_WORDS[0]} autoscale" ];    then _picocli_s2ioc; return $?; fi
  if [ "${COMP_LINE}" = "${COMP_WORDS[0]} set" ];    then _picocli_s2ioc; return $?; fi
  if [ "${COMP_LINE}" = "${COMP_WORDS[0]} adm" ];    then _picocli_s2ioc; return $?; fi
  if [ "${COMP_LINE}" = "${COMP_WORDS[0]} replace" ];    then _picocli_s2ioc; return $?; fi
  if [ "${COMP_LINE}" = "${COMP_WORDS[0]} secrets" ];    then _picocli_s2ioc; return $?; fi
  if [ "${COMP_LINE}" = "${COMP_WORDS[0]} patch" ];    then _picocli_s2ioc; return $?; fi
  if [ "${COMP_LINE}" = "${COMP_WORDS[0]} kustomize" ];    then _picocli_s2ioc; return $?; fi
  if [ "${COMP_LINE}" = "${COMP_WORDS[0]} cluster-info" ];    then _picocli_s2ioc; return $?; fi
  if [ "${COMP_LINE}" = "${COMP_WORDS[0]} diff" ];    then _picocli_s2ioc; return $?; fi
  if [ "${COMP_LINE}" = "${COMP_WORDS[0]} process" ];    then _picocli_s2ioc; return $?; fi
  if [ "${COMP_LINE}" = "${COMP_WORDS[0]} extract" ];    then _picocli_s2ioc; return $?; fi
  if [ "${COMP_LINE}" = "${COMP_WORDS[0]} registry" ];    then _picocli_s2ioc; return $?; fi
  if [ "${COMP_LINE}" = "${COMP_WORDS[0]} image" ];    then _picocli_s2ioc; return $?; fi
  if [ "${COMP_LINE}" = "${COMP_WORDS[0]} policy" ];    then _picocli_s2ioc; return $?; fi
  if [ "${COMP_LINE}" = "${COMP_WORDS[0]} auth" ];    then _picocli_s2ioc; return $?; fi
  if [ "${COMP_LINE}" = "${COMP_WORDS[0]} api-versions" ];    then _picocli_s2ioc; return $?; fi
  if [ "${COMP_LINE}" = "${COMP_WORDS[0]} api-resources" ];    then _picocli_s2ioc; return $?; fi
  if [ "${COMP_LINE}" = "${COMP_WORDS[0]} config" ];    then _picocli_s2ioc; return $?; fi
  if [ "${COMP_LINE}" = "${COMP_WORDS[0]} plugin" ];    then _picocli_s2ioc; return $?; fi
  if [ "${COMP_LINE}" = "${COMP_WORDS[0]} logout" ];    then _picocli_s2ioc; return $?; fi
  if [ "${COMP_LINE}" = "${COMP_WORDS[0]} whoami" ];    then _picocli_s2ioc; return $?; fi
  if [ "${COMP_LINE}" = "${COMP_WORDS[0]} completion" ];    then _picocli_s2ioc; return $?; fi
  if [ "${COMP_LINE}" = "${COMP_WORDS[0]} cluster" ];    then _picocli_s2ioc; return $?; fi
  if [ "${COMP_LINE}" = "${COMP_WORDS[0]} help" ];    then _picocli_s2ioc; return $?; fi
  if [ "${COMP_LINE}" = "${COMP_WORDS[0]} options" ];    then _picocli_s2ioc; return $?; fi
  if [ "${COMP_LINE}" = "${COMP_WORDS[0]} version" ];    then _picocli_s2ioc; return $?; fi
  if [ "${COMP_LINE}" = "${COMP_WORDS[0]} rollout cancel" ];    then _picocli_s2ioc_rollout; return $?; fi
  if [ "${COMP_LINE}" = "${COMP_WORDS[0]} rollout history" ];    then _picocli_s2ioc_rollout; return $?; fi
  if [ "${COMP_LINE}" = "${COMP_WORDS[0]} rollout latest" ];    then _picocli_s2ioc_rollout; return $?; fi
  if [ "${COMP_LINE}" = "${COMP_WORDS[0]} rollout pause" ];    then _picocli_s2ioc_rollout; return $?; fi
  if [ "${COMP_LINE}" = "${COMP_WORDS[0]} rollout restart" ];    then _picocli_s2ioc_rollout; return $?; fi
  if [ "${COMP_LINE}" = "${COMP_WORDS[0]} rollout resume" ];    then _picocli_s2ioc_rollout; return $?; fi
  if [ "${COMP_LINE}" = "${COMP_WORDS[0]} rollout retry" ];    then _picocli_s2ioc_rollout; return $?; fi
  if [ "${COMP_LINE}" = "${COMP_WORDS[0]} rollout status" ];    then _picocli_s2ioc_rollout; return $?; fi
  if [ "${COMP_LINE}" = "${COMP_WORDS[0]} rollout undo" ];    then _picocli_s2ioc_rollout; return $?; fi
  if [ "${COMP_LINE}" = "${COMP_WORDS[0]} s2i create" ];    then _picocli_s2ioc_s2i; return $?; fi
  if [ "${COMP_LINE}" = "${COMP_WORDS[0]} s2i lint" ];    then _picocli_s2ioc_s2i; return $?; fi
  if [ "${COMP_LINE}" = "${COMP_WORDS[0]} s2i generate" ];    then _picocli_s2ioc_s2i; return $?; fi
  if [ "${COMP_LINE}" = "${COMP_WORDS[0]} s2i usage" ];    then _picocli_s2ioc_s2i; return $?; fi
  if [ "${COMP_LINE}" = "${COMP_WORDS[0]} create build" ];    then _picocli_s2ioc_create; return $?; fi
  if [ "${COMP_LINE}" = "${COMP_WORDS[0]} create clusterrole" ];    then _picocli_s2ioc_create; return $?; fi
  if [ "${COMP_LINE}" = "${COMP_WORDS[0]} create clusterrolebinding" ];    then _picocli_s2ioc_create; return $?; fi
  if [ "${COMP_LINE}" = "${COMP_WORDS[0]} create configmap" ];    then _picocli_s2ioc_create; return $?; fi
  if [ "${COMP_LINE}" = "${COMP_WORDS[0]} create cm" ];    then _picocli_s2ioc_create; return $?; fi
  if [ "${COMP_LINE}" = "${COMP_WORDS[0]} create cronjob" ];    then _picocli_s2ioc_create; return $?; fi
  if [ "${COMP_LINE}" = "${COMP_WORDS[0]} create cj" ];    then _picocli_s2ioc_create; return $?; fi
  if [ "${COMP_LINE}" = "${COMP_WORDS[0]} create deployment" ];    then _picocli_s2ioc_create; return $?; fi
  if [ "${COMP_LINE}" = "${COMP_WORDS[0]} create deploy" ];    then _picocli_s2ioc_create; return $?; fi
  if [ "${COMP_LINE}" = "${COMP_WORDS[0]} create deploymentconfig" ];    then _picocli_s2ioc_create; return $?; fi
  if [ "${COMP_LINE}" = "${COMP_WORDS[0]} create dc" ];    then _picocli_s2ioc_create; return $?; fi
  if [ "${COMP_LINE}" = "${COMP_WORDS[0]} create imagestream" ];    then _picocli_s2ioc_create; return $?; fi
  if [ "${COMP_LINE}" = "${COMP_WORDS[0]} create is" ];    then _picocli_s2ioc_create; return $?; fi
  if [ "${COMP_LINE}" = "${COMP_WORDS[0]} create imagestreamtag" ];    then _picocli_s2ioc_create; return $?; fi
  if [ "${COMP_LINE}" = "${COMP_WORDS[0]} create istag" ];    then _picocli_s2ioc_create; return $?; fi
  if [ "${COMP_LINE}" = "${COMP_WORDS[0]} create ingress" ];    then _picocli_s2ioc_create; return $?; fi
  if [ "${COMP_LINE}" = "${COMP_WORDS[0]} create ing" ];    then _picocli_s2ioc_create; return $?; fi
  if [ "${COMP_LINE}" = "${COMP_WORDS[0]} create job" ];    then _picocli_s2ioc_create; return $?; fi
  if [ "${COMP_LINE}" = "${COMP_WORDS[0]} create namespace" ];    then _picocli_s2ioc_create; return $?; fi
  if [ "${COMP_LINE}" = "${COMP_WORDS[0]} create ns" ];    then _picocli_s2ioc_create; return $?; fi
  if [ "${COMP_LINE}" = "${COMP_WORDS[0]} create poddisruptionbudget" ];    then _picocli_s2ioc_create; return $?; fi
  if [ "${COMP_LINE}" = "${COMP_WORDS[0]} create pdb" ];    then _picocli_s2ioc_create; return $?; fi
  if [ "${COMP_LINE}" = "${COMP_WORDS[0]} create priorityclass" ];    then _picocli_s2ioc_create; return $?; fi
  if [ "${COMP_LINE}" = "${COMP_WORDS[0]} create pc" ];    then _picocli_s2ioc_create; return $?; fi
  if [ "${COMP_LINE}" = "${COMP_WORDS[0]} create quota" ];    then _picocli_s2ioc_create; return $?; fi
  if [ "${COMP_LINE}" = "${COMP_WORDS[0]} create resourcequota" ];    then _picocli_s2ioc_create; return $?; fi
  if [ "${COMP_LINE}" = "${COMP_WORDS[0]} create role" ];    then _picocli_s2ioc_create; return $?; fi
  if [ "${COMP_LINE}" = "${COMP_WORDS[0]} create rolebinding" ];    then _picocli_s2ioc_create; return $?; fi
  if [ "${COMP_LINE}" = "${COMP_WORDS[0]} create route" ];    then _picocli_s2ioc_create; return $?; fi
  if [ "${COMP_LINE}" = "${COMP_WORDS[0]} create secret" ];    then _picocli_s2ioc_create; return $?; fi
  if [ "${COMP_LINE}" = "${COMP_WORDS[0]} create service" ];    then _picocli_s2ioc_create; return $?; fi
  if [ "${COMP_LINE}" = "${COMP_WORDS[0]} create svc" ];    then _picocli_s2ioc_create; return $?; fi
  if [ "${COMP_LINE}" = "${COMP_WORDS[0]} create serviceaccount" ];    then _picocli_s2ioc_create; return $?; fi
  if [ "${COMP_LINE}" = "${COMP_WORDS[0]} create sa" ];    then _picocli_s2ioc_create; return $?; fi
  if [ "${COMP_LINE}" = "${COMP_WORDS[0]} create token" ];    then _picocli_s2ioc_create; return $?; fi
  if [ "${COMP_LINE}" = "${COMP_WORDS[0]} create route edge" ];    then _picocli_s2ioc_create_route; return $?; fi
  if [ "${COMP_LINE}" = "${COMP_WORDS[0]} create route passthrough" ];    then _picocli_s2ioc_create_route; return $?; fi
  if [ "${COMP_LINE}" = "${COMP_WORDS[0]} create route reencrypt" ];    then _picocli_s2ioc_create_route; return $?; fi
  if [ "${COMP_LINE}" = "${COMP_WORDS[0]} create secret generic" ];    then _picocli_s2ioc_create_secret; return $?; fi
  if [ "${COMP_LINE}" = "${COMP_WORDS[0]} create secret docker-registry" ];    then _picocli_s2ioc_create_secret; return $?; fi
  if [ "${COMP_LINE}" = "${COMP_WORDS[0]} create secret tls" ];    then _picocli_s2ioc_create_secret; return $?; fi
  if [ "${COMP_LINE}" = "${COMP_WORDS[0]} create service clusterip" ];    then _picocli_s2ioc_create_service; return $?; fi
  if [ "${COMP_LINE}" = "${COMP_WORDS[0]} create service nodeport" ];    then _picocli_s2ioc_create_service; return $?; fi
  if [ "${COMP_LINE}" = "${COMP_WORDS[0]} create service loadbalancer" ];    then _picocli_s2ioc_create_service; return $?; fi
  if [ "${COMP_LINE}" = "${COMP_WORDS[0]} create service externalname" ];    then _picocli_s2ioc_create_service; return $?; fi
  if [ "${COMP_LINE}" = "${COMP_WORDS[0]} create svc clusterip" ];    then _picocli_s2ioc_create_svc; return $?; fi
  if [ "${COMP_LINE}" = "${COMP_WORDS[0]} create svc nodeport" ];    then _picocli_s2ioc_create_svc; return $?; fi
  if [ "${COMP_LINE}" = "${COMP_WORDS[0]} create svc loadbalancer" ];    then _picocli_s2ioc_create_svc; return $?; fi
  if [ "${COMP_LINE}" = "${COMP_WORDS[0]} create svc externalname" ];    then _picocli_s2ioc_create_svc; return $?; fi
  if [ "${COMP_LINE}" = "${COMP_WORDS[0]} apply edit-last-applied" ];    then _picocli_s2ioc_apply; return $?; fi
  if [ "${COMP_LINE}" = "${COMP_WORDS[0]} apply set-last-applied" ];    then _picocli_s2ioc_apply; return $?; fi
  if [ "${COMP_LINE}" = "${COMP_WORDS[0]} apply view-last-applied" ];    then _picocli_s2ioc_apply; return $?; fi
  if [ "${COMP_LINE}" = "${COMP_WORDS[0]} set env" ];    then _picocli_s2ioc_set; return $?; fi
  if [ "${COMP_LINE}" = "${COMP_WORDS[0]} set build-hook" ];    then _picocli_s2ioc_set; return $?; fi
  if [ "${COMP_LINE}" = "${COMP_WORDS[0]} set build-secret" ];    then _picocli_s2ioc_set; return $?; fi
  if [ "${COMP_LINE}" = "${COMP_WORDS[0]} set data" ];    then _picocli_s2ioc_set; return $?; fi
  if [ "${COMP_LINE}" = "${COMP_WORDS[0]} set deployment-hook" ];    then _picocli_s2ioc_set; return $?; fi
  if [ "${COMP_LINE}" = "${COMP_WORDS[0]} set image" ];    then _picocli_s2ioc_set; return $?; fi
  if [ "${COMP_LINE}" = "${COMP_WORDS[0]} set image-lookup" ];    then _picocli_s2ioc_set; return $?; fi
  if [ "${COMP_LINE}" = "${COMP_WORDS[0]} set probe" ];    then _picocli_s2ioc_set; return $?; fi
  if [ "${COMP_LINE}" = "${COMP_WORDS[0]} set resources" ];    then _picocli_s2ioc_set; return $?; fi
  if [ "${COMP_LINE}" = "${COMP_WORDS[0]} set route-backends" ];    then _picocli_s2ioc_set; return $?; fi
  if [ "${COMP_LINE}" = "${COMP_WORDS[0]} set selector" ];    then _picocli_s2ioc_set; return $?; fi
  if [ "${COMP_LINE}" = "${COMP_WORDS[0]} set serviceaccount" ];    then _picocli_s2ioc_set; return $?; fi
  if [ "${COMP_LINE}" = "${COMP_WORDS[0]} set sa" ];    then _picocli_s2ioc_set; return $?; fi
  if [ "${COMP_LINE}" = "${COMP_WORDS[0]} set subject" ];    then _picocli_s2ioc_set; return $?; fi
  if [ "${COMP_LINE}" = "${COMP_WORDS[0]} set triggers" ];    then _picocli_s2ioc_set; return $?; fi
  if [ "${COMP_LINE}" = "${COMP_WORDS[0]} set volumes" ];    then _picocli_s2ioc_set; return $?; fi
  if [ "${COMP_LINE}" = "${COMP_WORDS[0]} set volume" ];    then _picocli_s2ioc_set; return $?; fi
  if [ "${COMP_LINE}" = "${COMP_WORDS[0]} adm build-chain" ];    then _picocli_s2ioc_adm; return $?; fi
  if [ "${COMP_LINE}" = "${COMP_WORDS[0]} adm new-project" ];    then _picocli_s2ioc_adm; return $?; fi
  if [ "${COMP_LINE}" = "${COMP_WORDS[0]} adm policy" ];    then _picocli_s2ioc_adm; return $?; fi
  if [ "${COMP_LINE}" = "${COMP_WORDS[0]} adm prune" ];    then _picocli_s2ioc_adm; return $?; fi
  if [ "${COMP_LINE}" = "${COMP_WORDS[0]} adm policy add-role-to-group" ];    then _picocli_s2ioc_adm_policy; return $?; fi
  if [ "${COMP_LINE}" = "${COMP_WORDS[0]} adm policy add-role-to-user" ];    then _picocli_s2ioc_adm_policy; return $?; fi
  if [ "${COMP_LINE}" = "${COMP_WORDS[0]} adm policy remove-group" ];    then _picocli_s2ioc_adm_policy; return $?; fi
  if [ "${COMP_LINE}" = "${COMP_WORDS[0]} adm policy remove-role-from-group" ];    then _picocli_s2ioc_adm_policy; return $?; fi
  if [ "${COMP_LINE}" = "${COMP_WORDS[0]} adm policy remove-role-from-user" ];    then _picocli_s2ioc_adm_policy; return $?; fi
  if [ "${COMP_LINE}" = "${COMP_WORDS[0]} adm policy remove-user" ];    then _picocli_s2ioc_adm_policy; return $?; fi
  if [ "${COMP_LINE}" = "${COMP_WORDS[0]} adm policy who-can" ];    then _picocli_s2ioc_adm_policy; return $?; fi
  if [ "${COMP_LINE}" = "${COMP_WORDS[0]} adm policy add-cluster-role-to-group" ];    then _picocli_s2ioc_adm_policy; return $?; fi
  if [ "${COMP_LINE}" = "${COMP_WORDS[0]} adm policy add-cluster-role-to-user" ];    then _picocli_s2ioc_adm_policy; return $?; fi
  if [ "${COMP_LINE}" = "${COMP_WORDS[0]} adm policy remove-cluster-role-from-group" ];    then _picocli_s2ioc_adm_policy; return $?; fi
  if [ "${COMP_LINE}" = "${COMP_WORDS[0]} adm policy remove-cluster-role-from-user" ];    then _picocli_s2ioc_adm_policy; return $?; fi
  if [ "${COMP_LINE}" = "${COMP_WORDS[0]} adm prune builds" ];    then _picocli_s2ioc_adm_prune; return $?; fi
  if [ "${COMP_LINE}" = "${COMP_WORDS[0]} adm prune deployments" ];    then _picocli_s2ioc_adm_prune; return $?; fi
  if [ "${COMP_LINE}" = "${COMP_WORDS[0]} secrets link" ];    then _picocli_s2ioc_secrets; return $?; fi
  if [ "${COMP_LINE}" = "${COMP_WORDS[0]} secrets unlink" ];    then _picocli_s2ioc_secrets; return $?; fi
  if [ "${COMP_LINE}" = "${COMP_WORDS[0]} cluster-info dump" ];    then _picocli_s2ioc_clusterinfo; return $?; fi
  if [ "${COMP_LINE}" = "${COMP_WORDS[0]} registry info" ];    then _picocli_s2ioc_registry; return $?; fi
  if [ "${COMP_LINE}" = "${COMP_WORDS[0]} registry login" ];    then _picocli_s2ioc_registry; return $?; fi
  if [ "${COMP_LINE}" = "${COMP_WORDS[0]} image info" ];    then _picocli_s2ioc_image; return $?; fi
  if [ "${COMP_LINE}" = "${COMP_WORDS[0]} policy add-role-to-group" ];    then _picocli_s2ioc_policy; return $?; fi
  if [ "${COMP_LINE}" = "${COMP_WORDS[0]} policy add-role-to-user" ];    then _picocli_s2ioc_policy; return $?; fi
  if [ "${COMP_LINE}" = "${COMP_WORDS[0]} policy remove-group" ];    then _picocli_s2ioc_policy; return $?; fi
  if [ "${COMP_LINE}" = "${COMP_WORDS[0]} policy remove-role-from-group" ];    then _picocli_s2ioc_policy; return $?; fi
  if [ "${COMP_LINE}" = "${COMP_WORDS[0]} policy remove-role-from-user" ];    then _picocli_s2ioc_policy; return $?; fi
  if [ "${COMP_LINE}" = "${COMP_WORDS[0]} policy remove-user" ];    then _picocli_s2ioc_policy; return $?; fi
  if [ "${COMP_LINE}" = "${COMP_WORDS[0]} policy who-can" ];    then _picocli_s2ioc_policy; return $?; fi
  if [ "${COMP_LINE}" = "${COMP_WORDS[0]} auth can-i" ];    then _picocli_s2ioc_auth; return $?; fi
  if [ "${COMP_LINE}" = "${COMP_WORDS[0]} auth reconcile" ];    then _picocli_s2ioc_auth; return $?; fi
  if [ "${COMP_LINE}" = "${COMP_WORDS[0]} auth whoami" ];    then _picocli_s2ioc_auth; return $?; fi
  if [ "${COMP_LINE}" = "${COMP_WORDS[0]} config current-context" ];    then _picocli_s2ioc_config; return $?; fi
  if [ "${COMP_LINE}" = "${COMP_WORDS[0]} config delete-cluster" ];    then _picocli_s2ioc_config; return $?; fi
  if [ "${COMP_LINE}" = "${COMP_WORDS[0]} config delete-context" ];    then _picocli_s2ioc_config; return $?; fi
  if [ "${COMP_LINE}" = "${COMP_WORDS[0]} config delete-user" ];    then _picocli_s2ioc_config; return $?; fi
  if [ "${COMP_LINE}" = "${COMP_WORDS[0]} config get-clusters" ];    then _picocli_s2ioc_config; return $?; fi
  if [ "${COMP_LINE}" = "${COMP_WORDS[0]} config get-contexts" ];    then _picocli_s2ioc_config; return $?; fi
  if [ "${COMP_LINE}" = "${COMP_WORDS[0]} config get-users" ];    then _picocli_s2ioc_config; return $?; fi
  if [ "${COMP_LINE}" = "${COMP_WORDS[0]} config rename-context" ];    then _picocli_s2ioc_config; return $?; fi
  if [ "${COMP_LINE}" = "${COMP_WORDS[0]} config set" ];    then _picocli_s2ioc_config; return $?; fi
  if [ "${COMP_LINE}" = "${COMP_WORDS[0]} config set-cluster" ];    then _picocli_s2ioc_config; return $?; fi
  if [ "${COMP_LINE}" = "${COMP_WORDS[0]} config set-context" ];    then _picocli_s2ioc_config; return $?; fi
  if [ "${COMP_LINE}" = "${COMP_WORDS[0]} config set-credentials" ];    then _picocli_s2ioc_config; return $?; fi
  if [ "${COMP_LINE}" = "${COMP_WORDS[0]} config unset" ];    then _picocli_s2ioc_config; return $?; fi
  if [ "${COMP_LINE}" = "${COMP_WORDS[0]} config use-context" ];    then _picocli_s2ioc_config; return $?; fi
  if [ "${COMP_LINE}" = "${COMP_WORDS[0]} config view" ];    then _picocli_s2ioc_config; return $?; fi
  if [ "${COMP_LINE}" = "${COMP_WORDS[0]} plugin list" ];    then _picocli_s2ioc_plugin; return $?; fi
  if [ "${COMP_LINE}" = "${COMP_WORDS[0]} cluster up" ];    then _picocli_s2ioc_cluster; return $?; fi
  if [ "${COMP_LINE}" = "${COMP_WORDS[0]} cluster status" ];    then _picocli_s2ioc_cluster; return $?; fi
  if [ "${COMP_LINE}" = "${COMP_WORDS[0]} cluster down" ];    then _picocli_s2ioc_cluster; return $?; fi
  if [ "${COMP_LINE}" = "${COMP_WORDS[0]} cluster prune" ];    then _picocli_s2ioc_cluster; return $?; fi
  if [ "${COMP_LINE}" = "${COMP_WORDS[0]} cluster delete" ];    then _picocli_s2ioc_cluster; return $?; fi
  if [ "${COMP_LINE}" = "${COMP_WORDS[0]} cluster export" ];    then _picocli_s2ioc_cluster; return $?; fi
  if [ "${COMP_LINE}" = "${COMP_WORDS[0]} cluster import" ];    then _picocli_s2ioc_cluster; return $?; fi

  # Find the longest sequence of subcommands and call the bash function for that subcommand.
  local cmds0=(login)
  local cmds1=(new-project)
  local cmds2=(status)
  local cmds3=(project)
  local cmds4=(projects)
  local cmds5=(new-app)
  local cmds6=(explain)
  local cmds7=(rollout)
  local cmds8=(rollback)
  local cmds9=(new-build)
  local cmds10=(build)
  local cmds11=(start-build)
  local cmds12=(cancel-build)
  local cmds13=(s2i)
  local cmds14=(import-image)
  local cmds15=(tag)
  local cmds16=(why)
  local cmds17=(explain-failure)
  local cmds18=(logs)
  local cmds19=(wait)
  local cmds20=(events)
  local cmds21=(create)
  local cmds22=(apply)
  local cmds23=(get)
  local cmds24=(describe)
  local cmds25=(label)
  local cmds26=(annotate)
  local cmds27=(edit)
  local cmds28=(expose)
  local cmds29=(delete)
  local cmds30=(scale)
  local cmds31=(autoscale)
  local cmds32=(set)
  local cmds33=(adm)
  local cmds34=(replace)
  local cmds35=(secrets)
  local cmds36=(patch)
  local cmds37=(kustomize)
  local cmds38=(cluster-info)
  local cmds39=(diff)
  local cmds40=(process)
  local cmds41=(extract)
  local cmds42=(registry)
  local cmds43=(image)
  local cmds44=(policy)
  local cmds45=(auth)
  local cmds46=(api-versions)
  local cmds47=(api-resources)
  local cmds48=(config)
  local cmds49=(plugin)
  local cmds50=(logout)
  local cmds51=(whoami)
  local cmds52=(completion)
  local cmds53=(cluster)
  local cmds54=(help)
  local cmds55=(options)
  local cmds56=(version)
  local cmds57=(rollout cancel)
  local cmds58=(rollout history)
  local cmds59=(rollout latest)
  local cmds60=(rollout pause)
  local cmds61=(rollout restart)
  local cmds62=(rollout resume)
  local cmds63=(rollout retry)
  local cmds64=(rollout status)
  local cmds65=(rollout undo)
  local cmds66=(s2i create)
  local cmds67=(s2i lint)
  local cmds68=(s2i generate)
  local cmds69=(s2i usage)
  local cmds70=(create build)
  local cmds71=(create clusterrole)
  local cmds72=(create clusterrolebinding)
  local cmds73=(create configmap)
  local cmds74=(create cm)
  local cmds75=(create cronjob)
  local cmds76=(create cj)
  local cmds77=(create deployment)
  local cmds78=(create deploy)
  local cmds79=(create deploymentconfig)
  local cmds80=(create dc)
  local cmds81=(create imagestream)
  local cmds82=(create is)
  local cmds83=(create imagestreamtag)
  local cmds84=(create istag)
  local cmds85=(create ingress)
  local cmds86=(create ing)
  local cmds87=(create job)
  local cmds88=(create namespace)
  local cmds89=(create ns)
  local cmds90=(create poddisruptionbudget)
  local cmds91=(create pdb)
  local cmds92=(create priorityclass)
  local cmds93=(create pc)
  local cmds94=(create quota)
  local cmds95=(create resourcequota)
  local cmds96=(create role)
  local cmds97=(create rolebinding)
  local cmds98=(create route)
  local cmds99=(create secret)
  local cmds100=(create service)
  local cmds101=(create svc)
  local cmds102=(create serviceaccount)
  local cmds103=(create sa)
  local cmds104=(create token)
  local cmds105=(create route edge)
  local cmds106=(create route passthrough)
  local cmds107=(create route reencrypt)
  local cmds108=(create secret generic)
  local cmds109=(create secret docker-registry)
  local cmds110=(create secret tls)
  local cmds111=(create service clusterip)
  local cmds112=(create service nodeport)
  local cmds113=(create service loadbalancer)
  local cmds114=(create service externalname)
  local cmds115=(create svc clusterip)
  local cmds116=(create svc nodeport)
  local cmds117=(create svc loadbalancer)
  local cmds118=(create svc externalname)
  local cmds119=(apply edit-last-applied)
  local cmds120=(apply set-last-applied)
  local cmds121=(apply view-last-applied)
  local cmds122=(set env)
  local cmds123=(set build-hook)
  local cmds124=(set build-secret)
  local cmds125=(set data)
  local cmds126=(set deployment-hook)
  local cmds127=(set image)
  local cmds128=(set image-lookup)
  local cmds129=(set probe)
  local cmds130=(set resources)
  local cmds131=(set route-backends)
  local cmds132=(set selector)
  local cmds133=(set serviceaccount)
  local cmds134=(set sa)
  local cmds135=(set subject)
  local cmds136=(set triggers)
  local cmds137=(set volumes)
  local cmds138=(set volume)
  local cmds139=(adm build-chain)
  local cmds140=(adm new-project)
  local cmds141=(adm policy)
  local cmds142=(adm prune)
  local cmds143=(adm policy add-role-to-group)
  local cmds144=(adm policy add-role-to-user)
  local cmds145=(adm policy remove-group)
  local cmds146=(adm policy remove-role-from-group)
  local cmds147=(adm policy remove-role-from-user)
  local cmds148=(adm policy remove-user)
  local cmds149=(adm policy who-can)
  local cmds150=(adm policy add-cluster-role-to-group)
  local cmds151=(adm policy add-cluster-role-to-user)
  local cmds152=(adm policy remove-cluster-role-from-group)
  local cmds153=(adm policy remove-cluster-role-from-user)
  local cmds154=(adm prune builds)
  local cmds155=(adm prune deployments)
  local cmds156=(secrets link)
  local cmds157=(secrets unlink)
  local cmds158=(cluster-info dump)
  local cmds159=(registry info)
  local cmds160=(registry login)
  local cmds161=(image info)
  local cmds162=(policy add-role-to-group)
  local cmds163=(policy add-role-to-user)
  local cmds164=(policy remove-group)
  local cmds165=(policy remove-role-from-group)
  local cmds166=(policy remove-role-from-user)
  local cmds167=(policy remove-user)
  local cmds168=(policy who-can)
  local cmds169=(auth can-i)
  local cmds170=(auth reconcile)
  local cmds171=(auth whoami)
  local cmds172=(config current-context)
  local cmds173=(config delete-cluster)
  local cmds174=(config delete-context)
  local cmds175=(config delete-user)
  local cmds176=(config get-clusters)
  local cmds177=(config get-contexts)
  local cmds178=(config get-users)
  local cmds179=(config rename-context)
  local cmds180=(config set)
  local cmds181=(config set-cluster)
  local cmds182=(config set-context)
  local cmds183=(config set-credentials)
  local cmds184=(config unset)
  local cmds185=(config use-context)
  local cmds186=(config view)
  local cmds187=(plugin list)
  local cmds188=(cluster up)
  local cmds189=(cluster status)
  local cmds190=(cluster down)
  local cmds191=(cluster prune)
  local cmds192=(cluster delete)
  local cmds193=(cluster export)
  local cmds194=(cluster import)

  if CompWordsContainsArray "${cmds194[@]}"; then _picocli_s2ioc_cluster_import; return $?; fi
  if CompWordsContainsArray "${cmds193[@]}"; then _picocli_s2ioc_cluster_export; return $?; fi
  if CompWordsContainsArray "${cmds192[@]}"; then _picocli_s2ioc_cluster_delete; return $?; fi
  if CompWordsContainsArray "${cmds191[@]}"; then _picocli_s2ioc_cluster_prune; return $?; fi
  if CompWordsContainsArray "${cmds190[@]}"; then _picocli_s2ioc_cluster_down; return $?; fi
  if CompWordsContainsArray "${cmds189[@]}"; then _picocli_s2ioc_cluster_status; return $?; fi
  if CompWordsContainsArray "${cmds188[@]}"; then _picocli_s2ioc_cluster_up; return $?; fi
  if CompWordsContainsArray "${cmds187[@]}"; then _picocli_s2ioc_plugin_list; return $?; fi
  if CompWordsContainsArray "${cmds186[@]}"; then _picocli_s2ioc_config_view; return $?; fi
  if CompWordsContainsArray "${cmds185[@]}"; then _picocli_s2ioc_config_usecontext; return $?; fi
  if CompWordsContainsArray "${cmds184[@]}"; then _picocli_s2ioc_config_unset; return $?; fi
  if CompWordsContainsArray "${cmds183[@]}"; then _picocli_s2ioc_config_setcredentials; return $?; fi
  if CompWordsContainsArray "${cmds182[@]}"; then _picocli_s2ioc_config_setcontext; return $?; fi
  if CompWordsContainsArray "${cmds181[@]}"; then _picocli_s2ioc_config_setcluster; return $?; fi
  if CompWordsContainsArray "${cmds180[@]}"; then _picocli_s2ioc_config_set; return $?; fi
  if CompWordsContainsArray "${cmds179[@]}"; then _picocli_s2ioc_config_renamecontext; return $?; fi
  if CompWordsContainsArray "${cmds178[@]}"; then _picocli_s2ioc_config_getusers; return $?; fi
  if CompWordsContainsArray "${cmds177[@]}"; then _picocli_s2ioc_config_getcontexts; return $?; fi
  if CompWordsContainsArray "${cmds176[@]}"; then _picocli_s2ioc_config_getclusters; return $?; fi
  if CompWordsContainsArray "${cmds175[@]}"; then _picocli_s2ioc_config_deleteuser; return $?; fi
  if CompWordsContainsArray "${cmds174[@]}"; then _picocli_s2ioc_config_deletecontext; return $?; fi
  if CompWordsContainsArray "${cmds173[@]}"; then _picocli_s2ioc_config_deletecluster; return $?; fi
  if CompWordsContainsArray "${cmds172[@]}"; then _picocli_s2ioc_config_currentcontext; return $?; fi
  if CompWordsContainsArray "${cmds171[@]}"; then _picocli_s2ioc_auth_whoami; return $?; fi
  if CompWordsContainsArray "${cmds170[@]}"; then _picocli_s2ioc_auth_reconcile; return $?; fi
  if CompWordsContainsArray "${cmds169[@]}"; then _picocli_s2ioc_auth_cani; return $?; fi
  if CompWordsContainsArray "${cmds168[@]}"; then _picocli_s2ioc_policy_whocan; return $?; fi
  if CompWordsContainsArray "${cmds167[@]}"; then _picocli_s2ioc_policy_removeuser; return $?; fi
  if CompWordsContainsArray "${cmds166[@]}"; then _picocli_s2ioc_policy_removerolefromuser; return $?; fi
  if CompWordsContainsArray "${cmds165[@]}"; then _picocli_s2ioc_policy_removerolefromgroup; return $?; fi
  if CompWordsContainsArray "${cmds164[@]}"; then _picocli_s2ioc_policy_removegroup; return $?; fi
  if CompWordsContainsArray "${cmds163[@]}"; then _picocli_s2ioc_policy_addroletouser; return $?; fi
  if CompWordsContainsArray "${cmds162[@]}"; then _picocli_s2ioc_policy_addroletogroup; return $?; fi
  if CompWordsContainsArray "${cmds161[@]}"; then _picocli_s2ioc_image_info; return $?; fi
  if CompWordsContainsArray "${cmds160[@]}"; then _picocli_s2ioc_registry_login; return $?; fi
  if CompWordsContainsArray "${cmds159[@]}"; then _picocli_s2ioc_registry_info; return $?; fi
  if CompWordsContainsArray "${cmds158[@]}"; then _picocli_s2ioc_clusterinfo_dump; return $?; fi
  if CompWordsContainsArray "${cmds157[@]}"; then _picocli_s2ioc_secrets_unlink; return $?; fi
  if CompWordsContainsArray "${cmds156[@]}"; then _picocli_s2ioc_secrets_link; return $?; fi
  if CompWordsContainsArray "${cmds155[@]}"; then _picocli_s2ioc_adm_prune_deployments; return $?; fi
  if CompWordsContainsArray "${cmds154[@]}"; then _picocli_s2ioc_adm_prune_builds; return $?; fi
  if CompWordsContainsArray "${cmds153[@]}"; then _picocli_s2ioc_adm_policy_removeclusterrolefromuser; return $?; fi
  if CompWordsContainsArray "${cmds152[@]}"; then _picocli_s2ioc_adm_policy_removeclusterrolefromgroup; return $?; fi
  if CompWordsContainsArray "${cmds151[@]}"; then _picocli_s2ioc_adm_policy_addclusterroletouser; return $?; fi
  if CompWordsContainsArray "${cmds150[@]}"; then _picocli_s2ioc_adm_policy_addclusterroletogroup; return $?; fi
  if CompWordsContainsArray "${cmds149[@]}"; then _picocli_s2ioc_adm_policy_whocan; return $?; fi
  if CompWordsContainsArray "${cmds148[@]}"; then _picocli_s2ioc_adm_policy_removeuser; return $?; fi
  if CompWordsContainsArray "${cmds147[@]}"; then _picocli_s2ioc_adm_policy_removerolefromuser; return $?; fi
  if CompWordsContainsArray "${cmds146[@]}"; then _picocli_s2ioc_adm_policy_removerolefromgroup; return $?; fi
  if CompWordsContainsArray "${cmds145[@]}"; then _picocli_s2ioc_adm_policy_removegroup; return $?; fi
  if CompWordsContainsArray "${cmds144[@]}"; then _picocli_s2ioc_adm_policy_addroletouser; return $?; fi
  if CompWordsContainsArray "${cmds143[@]}"; then _picocli_s2ioc_adm_policy_addroletogroup; return $?; fi
  if CompWordsContainsArray "${cmds142[@]}"; then _picocli_s2ioc_adm_prune; return $?; fi
  if CompWordsContainsArray "${cmds141[@]}"; then _picocli_s2ioc_adm_policy; return $?; fi
  if CompWordsContainsArray "${cmds140[@]}"; then _picocli_s2ioc_adm_newproject; return $?; fi
  if CompWordsContainsArray "${cmds139[@]}"; then _picocli_s2ioc_adm_buildchain; return $?; fi
  if CompWordsContainsArray "${cmds138[@]}"; then _picocli_s2ioc_set_volume; return $?; fi
  if CompWordsContainsArray "${cmds137[@]}"; then _picocli_s2ioc_set_volumes; return $?; fi
  if CompWordsContainsArray "${cmds136[@]}"; then _picocli_s2ioc_set_triggers; return $?; fi
  if CompWordsContainsArray "${cmds135[@]}"; then _picocli_s2ioc_set_subject; return $?; fi
  if CompWordsContainsArray "${cmds134[@]}"; then _picocli_s2ioc_set_sa; return $?; fi
  if CompWordsContainsArray "${cmds133[@]}"; then _picocli_s2ioc_set_serviceaccount; return $?; fi
  if CompWordsContainsArray "${cmds132[@]}"; then _picocli_s2ioc_set_selector; return $?; fi
  if CompWordsContainsArray "${cmds131[@]}"; then _picocli_s2ioc_set_routebackends; return $?; fi
  if CompWordsContainsArray "${cmds130[@]}"; then _picocli_s2ioc_set_resources; return $?; fi
  if CompWordsContainsArray "${cmds129[@]}"; then _picocli_s2ioc_set_probe; return $?; fi
  if CompWordsContainsArray "${cmds128[@]}"; then _picocli_s2ioc_set_imagelookup; return $?; fi
  if CompWordsContainsArray "${cmds127[@]}"; then _picocli_s2ioc_set_image; return $?; fi
  if CompWordsContainsArray "${cmds126[@]}"; then _picocli_s2ioc_set_deploymenthook; return $?; fi
  if CompWordsContainsArray "${cmds125[@]}"; then _picocli_s2ioc_set_data; return $?; fi
  if CompWordsContainsArray "${cmds124[@]}"; then _picocli_s2ioc_set_buildsecret; return $?; fi
  if CompWordsContainsArray "${cmds123[@]}"; then _picocli_s2ioc_set_buildhook; return $?; fi
  if CompWordsContainsArray "${cmds122[@]}"; then _picocli_s2ioc_set_env; return $?; fi
  if CompWordsContainsArray "${cmds121[@]}"; then _picocli_s2ioc_apply_viewlastapplied; return $?; fi
  if CompWordsContainsArray "${cmds120[@]}"; then _picocli_s2ioc_apply_setlastapplied; return $?; fi
  if CompWordsContainsArray "${cmds119[@]}"; then _picocli_s2ioc_apply_editlastapplied; return $?; fi
  if CompWordsContainsArray "${cmds118[@]}"; then _picocli_s2ioc_create_svc_externalname; return $?; fi
  if CompWordsContainsArray "${cmds117[@]}"; then _picocli_s2ioc_create_svc_loadbalancer; return $?; fi
  if CompWordsContainsArray "${cmds116[@]}"; then _picocli_s2ioc_create_svc_nodeport; return $?; fi
  if CompWordsContainsArray "${cmds115[@]}"; then _picocli_s2ioc_create_svc_clusterip; return $?; fi
  if CompWordsContainsArray "${cmds114[@]}"; then _picocli_s2ioc_create_service_externalname; return $?; fi
  if CompWordsContainsArray "${cmds113[@]}"; then _picocli_s2ioc_create_service_loadbalancer; return $?; fi
  if CompWordsContainsArray "${cmds112[@]}"; then _picocli_s2ioc_create_service_nodeport; return $?; fi
  if CompWordsContainsArray "${cmds111[@]}"; then _picocli_s2ioc_create_service_clusterip; return $?; fi
  if CompWordsContainsArray "${cmds110[@]}"; then _picocli_s2ioc_create_secret_tls; return $?; fi
  if CompWordsContainsArray "${cmds109[@]}"; then _picocli_s2ioc_create_secret_dockerregistry; return $?; fi
  if CompWordsContainsArray "${cmds108[@]}"; then _picocli_s2ioc_create_secret_generic; return $?; fi
  if CompWordsContainsArray "${cmds107[@]}"; then _picocli_s2ioc_create_route_reencrypt; return $?; fi
  if CompWordsContainsArray "${cmds106[@]}"; then _picocli_s2ioc_create_route_passthrough; return $?; fi
  if CompWordsContainsArray "${cmds105[@]}"; then _picocli_s2ioc_create_route_edge; return $?; fi
  if CompWordsContainsArray "${cmds104[@]}"; then _picocli_s2ioc_create_token; return $?; fi
  if CompWordsContainsArray "${cmds103[@]}"; then _picocli_s2ioc_create_sa; return $?; fi
  if CompWordsContainsArray "${cmds102[@]}"; then _picocli_s2ioc_create_serviceaccount; return $?; fi
  if CompWordsContainsArray "${cmds101[@]}"; then _picocli_s2ioc_create_svc; return $?; fi
  if CompWordsContainsArray "${cmds100[@]}"; then _picocli_s2ioc_create_service; return $?; fi
  if CompWordsContainsArray "${cmds99[@]}"; then _picocli_s2ioc_create_secret; return $?; fi
  if CompWordsContainsArray "${cmds98[@]}"; then _picocli_s2ioc_create_route; return $?; fi
  if CompWordsContainsArray "${cmds97[@]}"; then _picocli_s2ioc_create_rolebinding; return $?; fi
  if CompWordsContainsArray "${cmds96[@]}"; then _picocli_s2ioc_create_role; return $?; fi
  if CompWordsContainsArray "${cmds95[@]}"; then _picocli_s2ioc_create_resourcequota; return $?; fi
  if CompWordsContainsArray "${cmds94[@]}"; then _picocli_s2ioc_create_quota; return $?; fi
  if CompWordsContainsArray "${cmds93[@]}"; then _picocli_s2ioc_create_pc; return $?; fi
  if CompWordsContainsArray "${cmds92[@]}"; then _picocli_s2ioc_create_priorityclass; return $?; fi
  if CompWordsContainsArray "${cmds91[@]}"; then _picocli_s2ioc_create_pdb; return $?; fi
  if CompWordsContainsArray "${cmds90[@]}"; then _picocli_s2ioc_create_poddisruptionbudget; return $?; fi
  if CompWordsContainsArray "${cmds89[@]}"; then _picocli_s2ioc_create_ns; return $?; fi
  if CompWordsContainsArray "${cmds88[@]}"; then _picocli_s2ioc_create_namespace; return $?; fi
  if CompWordsContainsArray "${cmds87[@]}"; then _picocli_s2ioc_create_job; return $?; fi
  if CompWordsContainsArray "${cmds86[@]}"; then _picocli_s2ioc_create_ing; return $?; fi
  if CompWordsContainsArray "${cmds85[@]}"; then _picocli_s2ioc_create_ingress; return $?; fi
  if CompWordsContainsArray "${cmds84[@]}"; then _picocli_s2ioc_create_istag; return $?; fi
  if CompWordsContainsArray "${cmds83[@]}"; then _picocli_s2ioc_create_imagestreamtag; return $?; fi
  if CompWordsContainsArray "${cmds82[@]}"; then _picocli_s2ioc_create_is; return $?; fi
  if CompWordsContainsArray "${cmds81[@]}"; then _picocli_s2ioc_create_imagestream; return $?; fi
  if CompWordsContainsArray "${cmds80[@]}"; then _picocli_s2ioc_create_dc; return $?; fi
  if CompWordsContainsArray "${cmds79[@]}"; then _picocli_s2ioc_create_deploymentconfig; return $?; fi
  if CompWordsContainsArray "${cmds78[@]}"; then _picocli_s2ioc_create_deploy; return $?; fi
  if CompWordsContainsArray "${cmds77[@]}"; then _picocli_s2ioc_create_deployment; return $?; fi
  if CompWordsContainsArray "${cmds76[@]}"; then _picocli_s2ioc_create_cj; return $?; fi
  if CompWordsContainsArray "${cmds75[@]}"; then _picocli_s2ioc_create_cronjob; return $?; fi
  if CompWordsContainsArray "${cmds74[@]}"; then _picocli_s2ioc_create_cm; return $?; fi
  if CompWordsContainsArray "${cmds73[@]}"; then _picocli_s2ioc_create_configmap; return $?; fi
  if CompWordsContainsArray "${cmds72[@]}"; then _picocli_s2ioc_create_clusterrolebinding; return $?; fi
  if CompWordsContainsArray "${cmds71[@]}"; then _picocli_s2ioc_create_clusterrole; return $?; fi
  if CompWordsContainsArray "${cmds70[@]}"; then _picocli_s2ioc_create_build; return $?; fi
  if CompWordsContainsArray "${cmds69[@]}"; then _picocli_s2ioc_s2i_usage; return $?; fi
  if CompWordsContainsArray "${cmds68[@]}"; then _picocli_s2ioc_s2i_generate; return $?; fi
  if CompWordsContainsArray "${cmds67[@]}"; then _picocli_s2ioc_s2i_lint; return $?; fi
  if CompWordsContainsArray "${cmds66[@]}"; then _picocli_s2ioc_s2i_create; return $?; fi
  if CompWordsContainsArray "${cmds65[@]}"; then _picocli_s2ioc_rollout_undo; return $?; fi
  if CompWordsContainsArray "${cmds64[@]}"; then _picocli_s2ioc_rollout_status; return $?; fi
  if CompWordsContainsArray "${cmds63[@]}"; then _picocli_s2ioc_rollout_retry; return $?; fi
  if CompWordsContainsArray "${cmds62[@]}"; then _picocli_s2ioc_rollout_resume; return $?; fi
  if CompWordsContainsArray "${cmds61[@]}"; then _picocli_s2ioc_rollout_restart; return $?; fi
  if CompWordsContainsArray "${cmds60[@]}"; then _picocli_s2ioc_rollout_pause; return $?; fi
  if CompWordsContainsArray "${cmds59[@]}"; then _picocli_s2ioc_rollout_latest; return $?; fi
  if CompWordsContainsArray "${cmds58[@]}"; then _picocli_s2ioc_rollout_history; return $?; fi
  if CompWordsContainsArray "${cmds57[@]}"; then _picocli_s2ioc_rollout_cancel; return $?; fi
  if CompWordsContainsArray "${cmds56[@]}"; then _picocli_s2ioc_version; return $?; fi
  if CompWordsContainsArray "${cmds55[@]}"; then _picocli_s2ioc_options; return $?; fi
  if CompWordsContainsArray "${cmds54[@]}"; then _picocli_s2ioc_help; return $?; fi
  if CompWordsContainsArray "${cmds53[@]}"; then _picocli_s2ioc_cluster; return $?; fi
  if CompWordsContainsArray "${cmds52[@]}"; then _picocli_s2ioc_completion; return $?; fi
  if CompWordsContainsArray "${cmds51[@]}"; then _picocli_s2ioc_whoami; return $?; fi
  if CompWordsContainsArray "${cmds50[@]}"; then _picocli_s2ioc_logout; return $?; fi
  if CompWordsContainsArray "${cmds49[@]}"; then _picocli_s2ioc_plugin; return $?; fi
  if CompWordsContainsArray "${cmds48[@]}"; then _picocli_s2ioc_config; return $?; fi
  if CompWordsContainsArray "${cmds47[@]}"; then _picocli_s2ioc_apiresources; return $?; fi
  if CompWordsContainsArray "${cmds46[@]}"; then _picocli_s2ioc_apiversions; return $?; fi
  if CompWordsContainsArray "${cmds45[@]}"; then _picocli_s2ioc_auth; return $?; fi
  if CompWordsContainsArray "${cmds44[@]}"; then _picocli_s2ioc_policy; return $?; fi
  if CompWordsContainsArray "${cmds43[@]}"; then _picocli_s2ioc_image; return $?; fi
  if CompWordsContainsArray "${cmds42[@]}"; then _picocli_s2ioc_registry; return $?; fi
  if CompWordsContainsArray "${cmds41[@]}"; then _picocli_s2ioc_extract; return $?; fi
  if CompWordsContainsArray "${cmds40[@]}"; then _picocli_s2ioc_process; return $?; fi
  if CompWordsContainsArray "${cmds39[@]}"; then _picocli_s2ioc_diff; return $?; fi
  if CompWordsContainsArray "${cmds38[@]}"; then _picocli_s2ioc_clusterinfo; return $?; fi
  if CompWordsContainsArray "${cmds37[@]}"; then _picocli_s2ioc_kustomize; return $?; fi
  if CompWordsContainsArray "${cmds36[@]}"; then _picocli_s2ioc_patch; return $?; fi
  if CompWordsContainsArray "${cmds35[@]}"; then _picocli_s2ioc_secrets; return $?; fi
  if CompWordsContainsArray "${cmds34[@]}"; then _picocli_s2ioc_replace; return $?; fi
  if CompWordsContainsArray "${cmds33[@]}"; then _picocli_s2ioc_adm; return $?; fi
  if CompWordsContainsArray "${cmds32[@]}"; then _picocli_s2ioc_set; return $?; fi
  if CompWordsContainsArray "${cmds31[@]}"; then _picocli_s2ioc_autoscale; return $?; fi
  if CompWordsContainsArray "${cmds30[@]}"; then _picocli_s2ioc_scale; return $?; fi
  if CompWordsContainsArray "${cmds29[@]}"; then _picocli_s2ioc_delete; return $?; fi
  if CompWordsContainsArray "${cmds28[@]}"; then _picocli_s2ioc_expose; return $?; fi
  if CompWordsContainsArray "${cmds27[@]}"; then _picocli_s2ioc_edit; return $?; fi
  if CompWordsContainsArray "${cmds26[@]}"; then _picocli_s2ioc_annotate; return $?; fi
  if CompWordsContainsArray "${cmds25[@]}"; then _picocli_s2ioc_label; return $?; fi
  if CompWordsContainsArray "${cmds24[@]}"; then _picocli_s2ioc_describe; return $?; fi
  if CompWordsContainsArray "${cmds23[@]}"; then _picocli_s2ioc_get; return $?; fi
  if CompWordsContainsArray "${cmds22[@]}"; then _picocli_s2ioc_apply; return $?; fi
  if CompWordsContainsArray "${cmds21[@]}"; then _picocli_s2ioc_create; return $?; fi
  if CompWordsContainsArray "${cmds20[@]}"; then _picocli_s2ioc_events; return $?; fi
  if CompWordsContainsArray "${cmds19[@]}"; then _picocli_s2ioc_wait; return $?; fi
  if CompWordsContainsArray "${cmds18[@]}"; then _picocli_s2ioc_logs; return $?; fi
  if CompWordsContainsArray "${cmds17[@]}"; then _picocli_s2ioc_explainfailure; return $?; fi
  if CompWordsContainsArray "${cmds16[@]}"; then _picocli_s2ioc_why; return $?; fi
  if CompWordsContainsArray "${cmds15[@]}"; then _picocli_s2ioc_tag; return $?; fi
  if CompWordsContainsArray "${cmds14[@]}"; then _picocli_s2ioc_importimage; return $?; fi
  if CompWordsContainsArray "${cmds13[@]}"; then _picocli_s2ioc_s2i; return $?; fi
  if CompWordsContainsArray "${cmds12[@]}"; then _picocli_s2ioc_cancelbuild; return $?; fi
  if CompWordsContainsArray "${cmds11[@]}"; then _picocli_s2ioc_startbuild; return $?; fi
  if CompWordsContainsArray "${cmds10[@]}"; then _picocli_s2ioc_build; return $?; fi
  if CompWordsContainsArray "${cmds9[@]}"; then _picocli_s2ioc_newbuild; return $?; fi
  if CompWordsContainsArray "${cmds8[@]}"; then _picocli_s2ioc_rollback; return $?; fi
  if CompWordsContainsArray "${cmds7[@]}"; then _picocli_s2ioc_rollout; return $?; fi
  if CompWordsContainsArray "${cmds6[@]}"; then _picocli_s2ioc_explain; return $?; fi
  if CompWordsContainsArray "${cmds5[@]}"; then _picocli_s2ioc_newapp; return $?; fi
  if CompWordsContainsArray "${cmds4[@]}"; then _picocli_s2ioc_projects; return $?; fi
  if CompWordsContainsArray "${cmds3[@]}"; then _picocli_s2ioc_project; return $?; fi
  if CompWordsContainsArray "${cmds2[@]}"; then _picocli_s2ioc_status; return $?; fi
  if CompWordsContainsArray "${cmds1[@]}"; then _picocli_s2ioc_newproject; return $?; fi
  if CompWordsContainsArray "${cmds0[@]}"; then _picocli_s2ioc_login; return $?; fi

  # No subcommands were specified; generate completions for the top-level command.
  _picocli_s2ioc; return $?;
}

# Generates completions for the options and subcommands of the `s2ioc` command.
function _picocli_s2ioc() {
  # Get completion data
  local curr_word=${COMP_WORDS[COMP_CWORD]}
  local prev_word=${COMP_WORDS[COMP_CWORD-1]}

  local commands="login new-project status project projects new-app explain rollout rollback new-build build start-build cancel-build s2i import-image tag why explain-failure logs wait events create apply get describe label annotate edit expose delete scale autoscale set adm replace secrets patch kustomize cluster-info diff process extract registry image policy auth api-versions api-resources config plugin logout whoami completion cluster help options version"
  local flag_opts="'-h' '--help'"
  local arg_opts=""

  if [[ "${curr_word}" == -* ]]; then
    COMPREPLY=( $(compgen -W "${flag_opts} ${arg_opts}" -- "${curr_word}") )
  else
    local positionals=""
    local IFS=$'\n'
    COMPREPLY=( $(compgen -W "${commands// /$'\n'}${IFS}${positionals}" -- "${curr_word}") )
  fi
}

# Generates completions for the options and subcommands of the `login` subcommand.
function _picocli_s2ioc_login() {
  # Get completion data
  local curr_word=${COMP_WORDS[COMP_CWORD]}
  local prev_word=${COMP_WORDS[COMP_CWORD-1]}

  local commands=""
  local flag_opts="'-w' '--web' '--auto-open-browser' '-h' '--help'"
  local arg_opts="'-u' '--username' '-p' '--password' '-c' '--callback-port'"

  type compopt &>/dev/null && compopt +o default

  case ${prev_word} in
    '-u'|'--username')
      return
      ;;
    '-p'|'--password')
      return
      ;;
    '-c'|'--callback-port')
      return
      ;;
  esac

  if [[ "${curr_word}" == -* ]]; then
    COMPREPLY=( $(compgen -W "${flag_opts} ${arg_opts}" -- "${curr_word}") )
  else
    local positionals=""
    local IFS=$'\n'
    COMPREPLY=( $(compgen -W "${commands// /$'\n'}${IFS}${positionals}" -- "${curr_word}") )
  fi
}

# Generates completions for the options and subcommands of the `new-project` subcommand.
function _picocli_s2ioc_newproject() {
  # Get completion data
  local curr_word=${COMP_WORDS[COMP_CWORD]}
  local prev_word=${COMP_WORDS[COMP_CWORD-1]}

  local commands=""
  local flag_opts="'--skip-config-write' '-h' '--help'"
  local arg_opts="'--display-name' '--description'"

  type compopt &>/dev/null && compopt +o default

  case ${prev_word} in
    '--display-name')
      return
      ;;
    '--description')
      return
      ;;
  esac

  if [[ "${curr_word}" == -* ]]; then
    COMPREPLY=( $(compgen -W "${flag_opts} ${arg_opts}" -- "${curr_word}") )
  else
    local positionals=""
    local IFS=$'\n'
    COMPREPLY=( $(compgen -W "${commands// /$'\n'}${IFS}${positionals}" -- "${curr_word}") )
  fi
}

# Generates completions for the options and subcommands of the `status` subcommand.
function _picocli_s2ioc_status() {
  # Get completion data
  local curr_word=${COMP_WORDS[COMP_CWORD]}
  local prev_word=${COMP_WORDS[COMP_CWORD-1]}

  local commands=""
  local flag_opts="'-A' '--all-namespaces' '--suggest' '-h' '--help'"
  local arg_opts="'-o' '--output'"

  type compopt &>/dev/null && compopt +o default

  case ${prev_word} in
    '-o'|'--output')
      return
      ;;
  esac

  if [[ "${curr_word}" == -* ]]; then
    COMPREPLY=( $(compgen -W "${flag_opts} ${arg_opts}" -- "${curr_word}") )
  else
    local positionals=""
    local IFS=$'\n'
    COMPREPLY=( $(compgen -W "${commands// /$'\n'}${IFS}${positionals}" -- "${curr_word}") )
  fi
}

# Generates completions for the options and subcommands of the `project` subcommand.
function _picocli_s2ioc_project() {
  # Get completion data
  local curr_word=${COMP_WORDS[COMP_CWORD]}
  local prev_word=${COMP_WORDS[COMP_CWORD-1]}

  local commands=""
  local flag_opts="'-q' '--short' '-h' '--help'"
  local arg_opts=""

  if [[ "${curr_word}" == -* ]]; then
    COMPREPLY=( $(compgen -W "${flag_opts} ${arg_opts}" -- "${curr_word}") )
  else
    local positionals=""
    local IFS=$'\n'
    COMPREPLY=( $(compgen -W "${commands// /$'\n'}${IFS}${positionals}" -- "${curr_word}") )
  fi
}

# Generates completions for the options and subcommands of the `projects` subcommand.
function _picocli_s2ioc_projects() {
  # Get completion data
  local curr_word=${COMP_WORDS[COMP_CWORD]}
  local prev_word=${COMP_WORDS[COMP_CWORD-1]}

  local commands=""
  local flag_opts="'-q' '--short' '-h' '--help'"
  local arg_opts=""

  if [[ "${curr_word}" == -* ]]; then
    COMPREPLY=( $(compgen -W "${flag_opts} ${arg_opts}" -- "${curr_word}") )
  else
    local positionals=""
    local IFS=$'\n'
    COMPREPLY=( $(compgen -W "${commands// /$'\n'}${IFS}${positionals}" -- "${curr_word}") )
  fi
}

# Generates completions for the options and subcommands of the `new-app` subcommand.
function _picocli_s2ioc_newapp() {
  # Get completion data
  local curr_word=${COMP_WORDS[COMP_CWORD]}
  local prev_word=${COMP_WORDS[COMP_CWORD-1]}

  local commands=""
  local flag_opts="'-L' '--list' '-S' '--search' '--binary' '--dry-run' '--allow-missing-images' '--allow-missing-imagestream-tags' '--insecure-registry' '--ignore-unknown-parameters' '--as-deployment-config' '--as-test' '--no-install' '--grant-install-rights' '--allow-missing-template-keys' '--show-managed-fields' '-a' '--show-all' '--show-labels' '-h' '--help'"
  local arg_opts="'--name' '--strategy' '-l' '--labels' '--code' '--context-dir' '--source-secret' '--source-image' '--source-image-path' '-i' '--image-stream' '--image' '--docker-image' '--import-mode' '--template' '-f' '--file' '-p' '--param' '--param-file' '-e' '--env' '--env-file' '--build-env' '--build-env-file' '--group' '-o' '--output' '--sort-by' '--output-version'"

  type compopt &>/dev/null && compopt +o default

  case ${prev_word} in
    '--name')
      return
      ;;
    '--strategy')
      return
      ;;
    '-l'|'--labels')
      return
      ;;
    '--code')
      return
      ;;
    '--context-dir')
      return
      ;;
    '--source-secret')
      return
      ;;
    '--source-image')
      return
      ;;
    '--source-image-path')
      return
      ;;
    '-i'|'--image-stream')
      return
      ;;
    '--image'|'--docker-image')
      return
      ;;
    '--import-mode')
      return
      ;;
    '--template')
      return
      ;;
    '-f'|'--file')
      return
      ;;
    '-p'|'--param')
      return
      ;;
    '--param-file')
      return
      ;;
    '-e'|'--env')
      return
      ;;
    '--env-file')
      return
      ;;
    '--build-env')
      return
      ;;
    '--build-env-file')
      return
      ;;
    '--group')
      return
      ;;
    '-o'|'--output')
      return
      ;;
    '--sort-by')
      return
      ;;
    '--output-version')
      return
      ;;
  esac

  if [[ "${curr_word}" == -* ]]; then
    COMPREPLY=( $(compgen -W "${flag_opts} ${arg_opts}" -- "${curr_word}") )
  else
    local positionals=""
    local IFS=$'\n'
    COMPREPLY=( $(compgen -W "${commands// /$'\n'}${IFS}${positionals}" -- "${curr_word}") )
  fi
}

# Generates completions for the options and subcommands of the `explain` subcommand.
function _picocli_s2ioc_explain() {
  # Get completion data
  local curr_word=${COMP_WORDS[COMP_CWORD]}
  local prev_word=${COMP_WORDS[COMP_CWORD-1]}

  local commands=""
  local flag_opts="'--recursive' '-h' '--help'"
  local arg_opts="'--api-version' '-o' '--output'"

  type compopt &>/dev/null && compopt +o default

  case ${prev_word} in
    '--api-version')
      return
      ;;
    '-o'|'--output')
      return
      ;;
  esac

  if [[ "${curr_word}" == -* ]]; then
    COMPREPLY=( $(compgen -W "${flag_opts} ${arg_opts}" -- "${curr_word}") )
  else
    local positionals=""
    local IFS=$'\n'
    COMPREPLY=( $(compgen -W "${commands// /$'\n'}${IFS}${positionals}" -- "${curr_word}") )
  fi
}

# Generates completions for the options and subcommands of the `rollout` subcommand.
function _picocli_s2ioc_rollout() {
  # Get completion data
  local curr_word=${COMP_WORDS[COMP_CWORD]}
  local prev_word=${COMP_WORDS[COMP_CWORD-1]}

  local commands="cancel history latest pause restart resume retry status undo"
  local flag_opts="'-h' '--help'"
  local arg_opts=""

  if [[ "${curr_word}" == -* ]]; then
    COMPREPLY=( $(compgen -W "${flag_opts} ${arg_opts}" -- "${curr_word}") )
  else
    local positionals=""
    local IFS=$'\n'
    COMPREPLY=( $(compgen -W "${commands// /$'\n'}${IFS}${positionals}" -- "${curr_word}") )
  fi
}

# Generates completions for the options and subcommands of the `rollback` subcommand.
function _picocli_s2ioc_rollback() {
  # Get completion data
  local curr_word=${COMP_WORDS[COMP_CWORD]}
  local prev_word=${COMP_WORDS[COMP_CWORD-1]}

  local commands=""
  local flag_opts="'--change-triggers' '--change-strategy' '--change-scaling-settings' '-d' '--dry-run' '--allow-missing-template-keys' '--show-managed-fields' '-h' '--help'"
  local arg_opts="'--to-version' '-o' '--output' '--template'"

  type compopt &>/dev/null && compopt +o default

  case ${prev_word} in
    '--to-version')
      return
      ;;
    '-o'|'--output')
      return
      ;;
    '--template')
      return
      ;;
  esac

  if [[ "${curr_word}" == -* ]]; then
    COMPREPLY=( $(compgen -W "${flag_opts} ${arg_opts}" -- "${curr_word}") )
  else
    local positionals=""
    local IFS=$'\n'
    COMPREPLY=( $(compgen -W "${commands// /$'\n'}${IFS}${positionals}" -- "${curr_word}") )
  fi
}

# Generates completions for the options and subcommands of the `new-build` subcommand.
function _picocli_s2ioc_newbuild() {
  # Get completion data
  local curr_word=${COMP_WORDS[COMP_CWORD]}
  local prev_word=${COMP_WORDS[COMP_CWORD-1]}

  local commands=""
  local flag_opts="'--binary' '--allow-missing-images' '--allow-missing-imagestream-tags' '--insecure-registry' '--dry-run' '--if-missing' '--update' '--to-docker' '--no-output' '--allow-missing-template-keys' '--show-managed-fields' '-a' '--show-all' '--show-labels' '-h' '--help'"
  local arg_opts="'--name' '-D' '--dockerfile' '--strategy' '-i' '--image-stream' '--image' '--docker-image' '--import-mode' '-l' '--labels' '--code' '--context-dir' '--source-secret' '--source-image' '--source-image-path' '-e' '--env' '--env-file' '--to' '--push-secret' '--build-arg' '--build-secret' '--build-config-map' '-o' '--output' '--template' '--output-version'"

  type compopt &>/dev/null && compopt +o default

  case ${prev_word} in
    '--name')
      return
      ;;
    '-D'|'--dockerfile')
      return
      ;;
    '--strategy')
      return
      ;;
    '-i'|'--image-stream')
      return
      ;;
    '--image'|'--docker-image')
      return
      ;;
    '--import-mode')
      return
      ;;
    '-l'|'--labels')
      return
      ;;
    '--code')
      return
      ;;
    '--context-dir')
      return
      ;;
    '--source-secret')
      return
      ;;
    '--source-image')
      return
      ;;
    '--source-image-path')
      return
      ;;
    '-e'|'--env')
      return
      ;;
    '--env-file')
      return
      ;;
    '--to')
      return
      ;;
    '--push-secret')
      return
      ;;
    '--build-arg')
      return
      ;;
    '--build-secret')
      return
      ;;
    '--build-config-map')
      return
      ;;
    '-o'|'--output')
      return
      ;;
    '--template')
      return
      ;;
    '--output-version')
      return
      ;;
  esac

  if [[ "${curr_word}" == -* ]]; then
    COMPREPLY=( $(compgen -W "${flag_opts} ${arg_opts}" -- "${curr_word}") )
  else
    local positionals=""
    local IFS=$'\n'
    COMPREPLY=( $(compgen -W "${commands// /$'\n'}${IFS}${positionals}" -- "${curr_word}") )
  fi
}

# Generates completions for the options and subcommands of the `build` subcommand.
function _picocli_s2ioc_build() {
  # Get completion data
  local curr_word=${COMP_WORDS[COMP_CWORD]}
  local prev_word=${COMP_WORDS[COMP_CWORD-1]}

  local commands=""
  local flag_opts="'-q' '--quiet' '--no-ignore' '--cancel-on-interrupt' '--allow-missing-template-keys' '--show-managed-fields' '-h' '--help'"
  local arg_opts="'--name' '--builder' '--strategy' '--to' '--commit' '--exclude' '--ignore-file' '--timeout' '--stall-timeout' '-o' '--output' '--template'"

  type compopt &>/dev/null && compopt +o default

  case ${prev_word} in
    '--name')
      return
      ;;
    '--builder')
      return
      ;;
    '--strategy')
      return
      ;;
    '--to')
      return
      ;;
    '--commit')
      return
      ;;
    '--exclude')
      return
      ;;
    '--ignore-file')
      return
      ;;
    '--timeout')
      return
      ;;
    '--stall-timeout')
      return
      ;;
    '-o'|'--output')
      return
      ;;
    '--template')
      return
      ;;
  esac

  if [[ "${curr_word}" == -* ]]; then
    COMPREPLY=( $(compgen -W "${flag_opts} ${arg_opts}" -- "${curr_word}") )
  else
    local positionals=""
    local IFS=$'\n'
    COMPREPLY=( $(compgen -W "${commands// /$'\n'}${IFS}${positionals}" -- "${curr_word}") )
  fi
}

# Generates completions for the options and subcommands of the `start-build` subcommand.
function _picocli_s2ioc_startbuild() {
  # Get completion data
  local curr_word=${COMP_WORDS[COMP_CWORD]}
  local prev_word=${COMP_WORDS[COMP_CWORD-1]}

  local commands=""
  local flag_opts="'--no-ignore' '--list-files' '--incremental' '--no-cache' '-F' '--follow' '-w' '--wait' '--cancel-on-interrupt' '--show-secrets' '--allow-missing-template-keys' '--show-managed-fields' '-h' '--help'"
  local arg_opts="'--from-dir' '--from-file' '--from-archive' '--from-repo' '--commit' '--exclude' '--ignore-file' '-e' '--env' '--build-arg' '--build-loglevel' '--timeout' '--stall-timeout' '--list-webhooks' '--from-webhook' '--git-post-receive' '--git-repository' '-o' '--output' '--template' '--from-build'"

  type compopt &>/dev/null && compopt +o default

  case ${prev_word} in
    '--from-dir')
      return
      ;;
    '--from-file')
      return
      ;;
    '--from-archive')
      return
      ;;
    '--from-repo')
      return
      ;;
    '--commit')
      return
      ;;
    '--exclude')
      return
      ;;
    '--ignore-file')
      return
      ;;
    '-e'|'--env')
      return
      ;;
    '--build-arg')
      return
      ;;
    '--build-loglevel')
      return
      ;;
    '--timeout')
      return
      ;;
    '--stall-timeout')
      return
      ;;
    '--list-webhooks')
      return
      ;;
    '--from-webhook')
      return
      ;;
    '--git-post-receive')
      return
      ;;
    '--git-repository')
      return
      ;;
    '-o'|'--output')
      return
      ;;
    '--template')
      return
      ;;
    '--from-build')
      return
      ;;
  esac

  if [[ "${curr_word}" == -* ]]; then
    COMPREPLY=( $(compgen -W "${flag_opts} ${arg_opts}" -- "${curr_word}") )
  else
    local positionals=""
    local IFS=$'\n'
    COMPREPLY=( $(compgen -W "${commands// /$'\n'}${IFS}${positionals}" -- "${curr_word}") )
  fi
}

# Generates completions for the options and subcommands of the `cancel-build` subcommand.
function _picocli_s2ioc_cancelbuild() {
  # Get completion data
  local curr_word=${COMP_WORDS[COMP_CWORD]}
  local prev_word=${COMP_WORDS[COMP_CWORD-1]}

  local commands=""
  local flag_opts="'--dump-logs' '--restart' '--allow-missing-template-keys' '--show-managed-fields' '-h' '--help'"
  local arg_opts="'--state' '-o' '--output' '--template'"

  type compopt &>/dev/null && compopt +o default

  case ${prev_word} in
    '--state')
      return
      ;;
    '-o'|'--output')
      return
      ;;
    '--template')
      return
      ;;
  esac

  if [[ "${curr_word}" == -* ]]; then
    COMPREPLY=( $(compgen -W "${flag_opts} ${arg_opts}" -- "${curr_word}") )
  else
    local positionals=""
    local IFS=$'\n'
    COMPREPLY=( $(compgen -W "${commands// /$'\n'}${IFS}${positionals}" -- "${curr_word}") )
  fi
}

# Generates completions for the options and subcommands of the `s2i` subcommand.
function _picocli_s2ioc_s2i() {
  # Get completion data
  local curr_word=${COMP_WORDS[COMP_CWORD]}
  local prev_word=${COMP_WORDS[COMP_CWORD-1]}

  local commands="create lint generate usage"
  local flag_opts="'-h' '--help'"
  local arg_opts=""

  if [[ "${curr_word}" == -* ]]; then
    COMPREPLY=( $(compgen -W "${flag_opts} ${arg_opts}" -- "${curr_word}") )
  else
    local positionals=""
    local IFS=$'\n'
    COMPREPLY=( $(compgen -W "${commands// /$'\n'}${IFS}${positionals}" -- "${curr_word}") )
  fi
}

# Generates completions for the options and subcommands of the `import-image` subcommand.
function _picocli_s2ioc_importimage() {
  # Get completion data
  local curr_word=${COMP_WORDS[COMP_CWORD]}
  local prev_word=${COMP_WORDS[COMP_CWORD-1]}

  local commands=""
  local flag_opts="'--confirm' '--all' '--dry-run' '--scheduled' '--insecure' '--allow-missing-template-keys' '--show-managed-fields' '-h' '--help'"
  local arg_opts="'--from' '--reference-policy' '--import-mode' '-o' '--output' '--template'"

  type compopt &>/dev/null && compopt +o default

  case ${prev_word} in
    '--from')
      return
      ;;
    '--reference-policy')
      return
      ;;
    '--import-mode')
      return
      ;;
    '-o'|'--output')
      return
      ;;
    '--template')
      return
      ;;
  esac

  if [[ "${curr_word}" == -* ]]; then
    COMPREPLY=( $(compgen -W "${flag_opts} ${arg_opts}" -- "${curr_word}") )
  else
    local positionals=""
    local IFS=$'\n'
    COMPREPLY=( $(compgen -W "${commands// /$'\n'}${IFS}${positionals}" -- "${curr_word}") )
  fi
}

# Generates completions for the options and subcommands of the `tag` subcommand.
function _picocli_s2ioc_tag() {
  # Get completion data
  local curr_word=${COMP_WORDS[COMP_CWORD]}
  local prev_word=${COMP_WORDS[COMP_CWORD-1]}

  local commands=""
  local flag_opts="'-d' '--delete' '--alias' '--reference' '--scheduled' '--insecure' '--allow-missing-template-keys' '--show-managed-fields' '-h' '--help'"
  local arg_opts="'--source' '--reference-policy' '--import-mode' '-o' '--output' '--template'"

  type compopt &>/dev/null && compopt +o default

  case ${prev_word} in
    '--source')
      return
      ;;
    '--reference-policy')
      return
      ;;
    '--import-mode')
      return
      ;;
    '-o'|'--output')
      return
      ;;
    '--template')
      return
      ;;
  esac

  if [[ "${curr_word}" == -* ]]; then
    COMPREPLY=( $(compgen -W "${flag_opts} ${arg_opts}" -- "${curr_word}") )
  else
    local positionals=""
    local IFS=$'\n'
    COMPREPLY=( $(compgen -W "${commands// /$'\n'}${IFS}${positionals}" -- "${curr_word}") )
  fi
}

# Generates completions for the options and subcommands of the `why` subcommand.
function _picocli_s2ioc_why() {
  # Get completion data
  local curr_word=${COMP_WORDS[COMP_CWORD]}
  local prev_word=${COMP_WORDS[COMP_CWORD-1]}

  local commands=""
  local flag_opts="'--allow-missing-template-keys' '--show-managed-fields' '-h' '--help'"
  local arg_opts="'-o' '--output' '--template'"

  type compopt &>/dev/null && compopt +o default

  case ${prev_word} in
    '-o'|'--output')
      return
      ;;
    '--template')
      return
      ;;
  esac

  if [[ "${curr_word}" == -* ]]; then
    COMPREPLY=( $(compgen -W "${flag_opts} ${arg_opts}" -- "${curr_word}") )
  else
    local positionals=""
    local IFS=$'\n'
    COMPREPLY=( $(compgen -W "${commands// /$'\n'}${IFS}${positionals}" -- "${curr_word}") )
  fi
}

# Generates completions for the options and subcommands of the `explain-failure` subcommand.
function _picocli_s2ioc_explainfailure() {
  # Get completion data
  local curr_word=${COMP_WORDS[COMP_CWORD]}
  local prev_word=${COMP_WORDS[COMP_CWORD-1]}

  local commands=""
  local flag_opts="'--allow-missing-template-keys' '--show-managed-fields' '-h' '--help'"
  local arg_opts="'--tail' '-o' '--output' '--template'"

  type compopt &>/dev/null && compopt +o default

  case ${prev_word} in
    '--tail')
      return
      ;;
    '-o'|'--output')
      return
      ;;
    '--template')
      return
      ;;
  esac

  if [[ "${curr_word}" == -* ]]; then
    COMPREPLY=( $(compgen -W "${flag_opts} ${arg_opts}" -- "${curr_word}") )
  else
    local positionals=""
    local IFS=$'\n'
    COMPREPLY=( $(compgen -W "${commands// /$'\n'}${IFS}${positionals}" -- "${curr_word}") )
  fi
}

# Generates completions for the options and subcommands of the `logs` subcommand.
function _picocli_s2ioc_logs() {
  # Get completion data
  local curr_word=${COMP_WORDS[COMP_CWORD]}
  local prev_word=${COMP_WORDS[COMP_CWORD-1]}

  local commands=""
  local flag_opts="'-p' '--previous' '--insecure-skip-tls-verify-backend' '--timestamps' '--all-containers' '--all-pods' '--prefix' '--ignore-errors' '-f' '--follow' '-h' '--help'"
  local arg_opts="'-c' '--container' '--version' '--since' '--since-time' '--tail' '--limit-bytes' '-l' '--selector' '--max-log-requests' '--pod-running-timeout'"

  type compopt &>/dev/null && compopt +o default

  case ${prev_word} in
    '-c'|'--container')
      return
      ;;
    '--version')
      return
      ;;
    '--since')
      return
      ;;
    '--since-time')
      return
      ;;
    '--tail')
      return
      ;;
    '--limit-bytes')
      return
      ;;
    '-l'|'--selector')
      return
      ;;
    '--max-log-requests')
      return
      ;;
    '--pod-running-timeout')
      return
      ;;
  esac

  if [[ "${curr_word}" == -* ]]; then
    COMPREPLY=( $(compgen -W "${flag_opts} ${arg_opts}" -- "${curr_word}") )
  else
    local positionals=""
    local IFS=$'\n'
    COMPREPLY=( $(compgen -W "${commands// /$'\n'}${IFS}${positionals}" -- "${curr_word}") )
  fi
}

# Generates completions for the options and subcommands of the `wait` subcommand.
function _picocli_s2ioc_wait() {
  # Get completion data
  local curr_word=${COMP_WORDS[COMP_CWORD]}
  local prev_word=${COMP_WORDS[COMP_CWORD-1]}

  local commands=""
  local flag_opts="'--all' '--local' '-A' '--all-namespaces' '-R' '--recursive' '--allow-missing-template-keys' '--show-managed-fields' '-h' '--help'"
  local arg_opts="'--for' '--timeout' '-l' '--selector' '--field-selector' '-f' '--filename' '-k' '--kustomize' '-o' '--output' '--template'"

  type compopt &>/dev/null && compopt +o default

  case ${prev_word} in
    '--for')
      return
      ;;
    '--timeout')
      return
      ;;
    '-l'|'--selector')
      return
      ;;
    '--field-selector')
      return
      ;;
    '-f'|'--filename')
      return
      ;;
    '-k'|'--kustomize')
      return
      ;;
    '-o'|'--output')
      return
      ;;
    '--template')
      return
      ;;
  esac

  if [[ "${curr_word}" == -* ]]; then
    COMPREPLY=( $(compgen -W "${flag_opts} ${arg_opts}" -- "${curr_word}") )
  else
    local positionals=""
    local IFS=$'\n'
    COMPREPLY=( $(compgen -W "${commands// /$'\n'}${IFS}${positionals}" -- "${curr_word}") )
  fi
}

# Generates completions for the options and subcommands of the `events` subcommand.
function _picocli_s2ioc_events() {
  # Get completion data
  local curr_word=${COMP_WORDS[COMP_CWORD]}
  local prev_word=${COMP_WORDS[COMP_CWORD-1]}

  local commands=""
  local flag_opts="'-w' '--watch' '-A' '--all-namespaces' '--no-headers' '--allow-missing-template-keys' '--show-managed-fields' '-h' '--help'"
  local arg_opts="'--for' '--types' '--chunk-size' '-o' '--output' '--template'"

  type compopt &>/dev/null && compopt +o default

  case ${prev_word} in
    '--for')
      return
      ;;
    '--types')
      return
      ;;
    '--chunk-size')
      return
      ;;
    '-o'|'--output')
      return
      ;;
    '--template')
      return
      ;;
  esac

  if [[ "${curr_word}" == -* ]]; then
    COMPREPLY=( $(compgen -W "${flag_opts} ${arg_opts}" -- "${curr_word}") )
  else
    local positionals=""
    local IFS=$'\n'
    COMPREPLY=( $(compgen -W "${commands// /$'\n'}${IFS}${positionals}" -- "${curr_word}") )
  fi
}

# Generates completions for the options and subcommands of the `create` subcommand.
function _picocli_s2ioc_create() {
  # Get completion data
  local curr_word=${COMP_WORDS[COMP_CWORD]}
  local prev_word=${COMP_WORDS[COMP_CWORD-1]}

  local commands="build clusterrole clusterrolebinding configmap cm cronjob cj deployment deploy deploymentconfig dc imagestream is imagestreamtag istag ingress ing job namespace ns poddisruptionbudget pdb priorityclass pc quota resourcequota role rolebinding route secret service svc serviceaccount sa token"
  local flag_opts="'--edit' '--windows-line-endings' '-R' '--recursive' '--allow-missing-template-keys' '--show-managed-fields' '--save-config' '-h' '--help'"
  local arg_opts="'--raw' '-l' '--selector' '-f' '--filename' '-k' '--kustomize' '-o' '--output' '--template' '--dry-run' '--field-manager' '--validate'"

  type compopt &>/dev/null && compopt +o default

  case ${prev_word} in
    '--raw')
      return
      ;;
    '-l'|'--selector')
      return
      ;;
    '-f'|'--filename')
      return
      ;;
    '-k'|'--kustomize')
      return
      ;;
    '-o'|'--output')
      return
      ;;
    '--template')
      return
      ;;
    '--dry-run')
      return
      ;;
    '--field-manager')
      return
      ;;
    '--validate')
      return
      ;;
  esac

  if [[ "${curr_word}" == -* ]]; then
    COMPREPLY=( $(compgen -W "${flag_opts} ${arg_opts}" -- "${curr_word}") )
  else
    local positionals=""
    local IFS=$'\n'
    COMPREPLY=( $(compgen -W "${commands// /$'\n'}${IFS}${positionals}" -- "${curr_word}") )
  fi
}

# Generates completions for the options and subcommands of the `apply` subcommand.
function _picocli_s2ioc_apply() {
  # Get completion data
  local curr_word=${COMP_WORDS[COMP_CWORD]}
  local prev_word=${COMP_WORDS[COMP_CWORD-1]}

  local commands="edit-last-applied set-last-applied view-last-applied"
  local flag_opts="'--server-side' '--force-conflicts' '--overwrite' '--openapi-patch' '--force' '--prune' '--all' '--wait' '-R' '--recursive' '--allow-missing-template-keys' '--show-managed-fields' '-h' '--help'"
  local arg_opts="'--field-manager' '--validate' '--prune-allowlist' '--subresource' '-l' '--selector' '--cascade' '--grace-period' '--timeout' '-f' '--filename' '-k' '--kustomize' '-o' '--output' '--template' '--dry-run'"

  type compopt &>/dev/null && compopt +o default

  case ${prev_word} in
    '--field-manager')
      return
      ;;
    '--validate')
      return
      ;;
    '--prune-allowlist')
      return
      ;;
    '--subresource')
      return
      ;;
    '-l'|'--selector')
      return
      ;;
    '--cascade')
      return
      ;;
    '--grace-period')
      return
      ;;
    '--timeout')
      return
      ;;
    '-f'|'--filename')
      return
      ;;
    '-k'|'--kustomize')
      return
      ;;
    '-o'|'--output')
      return
      ;;
    '--template')
      return
      ;;
    '--dry-run')
      return
      ;;
  esac

  if [[ "${curr_word}" == -* ]]; then
    COMPREPLY=( $(compgen -W "${flag_opts} ${arg_opts}" -- "${curr_word}") )
  else
    local positionals=""
    local IFS=$'\n'
    COMPREPLY=( $(compgen -W "${commands// /$'\n'}${IFS}${positionals}" -- "${curr_word}") )
  fi
}

# Generates completions for the options and subcommands of the `get` subcommand.
function _picocli_s2ioc_get() {
  # Get completion data
  local curr_word=${COMP_WORDS[COMP_CWORD]}
  local prev_word=${COMP_WORDS[COMP_CWORD-1]}

  local commands=""
  local flag_opts="'--allow-missing-template-keys' '--show-managed-fields' '--no-headers' '--show-labels' '--show-kind' '-A' '--all-namespaces' '-R' '--recursive' '--ignore-not-found' '--server-print' '-w' '--watch' '--watch-only' '--output-watch-events' '-h' '--help'"
  local arg_opts="'-o' '--output' '--template' '-L' '--label-columns' '-l' '--selector' '--field-selector' '-f' '--filename' '-k' '--kustomize' '--chunk-size' '--sort-by' '--subresource' '--raw'"

  type compopt &>/dev/null && compopt +o default

  case ${prev_word} in
    '-o'|'--output')
      return
      ;;
    '--template')
      return
      ;;
    '-L'|'--label-columns')
      return
      ;;
    '-l'|'--selector')
      return
      ;;
    '--field-selector')
      return
      ;;
    '-f'|'--filename')
      return
      ;;
    '-k'|'--kustomize')
      return
      ;;
    '--chunk-size')
      return
      ;;
    '--sort-by')
      return
      ;;
    '--subresource')
      return
      ;;
    '--raw')
      return
      ;;
  esac

  if [[ "${curr_word}" == -* ]]; then
    COMPREPLY=( $(compgen -W "${flag_opts} ${arg_opts}" -- "${curr_word}") )
  else
    local positionals=""
    local IFS=$'\n'
    COMPREPLY=( $(compgen -W "${commands// /$'\n'}${IFS}${positionals}" -- "${curr_word}") )
  fi
}

# Generates completions for the options and subcommands of the `describe` subcommand.
function _picocli_s2ioc_describe() {
  # Get completion data
  local curr_word=${COMP_WORDS[COMP_CWORD]}
  local prev_word=${COMP_WORDS[COMP_CWORD-1]}

  local commands=""
  local flag_opts="'-A' '--all-namespaces' '-R' '--recursive' '--show-events' '--show-secrets' '--compare' '-h' '--help'"
  local arg_opts="'-l' '--selector' '--field-selector' '-f' '--filename' '-k' '--kustomize' '--chunk-size'"

  type compopt &>/dev/null && compopt +o default

  case ${prev_word} in
    '-l'|'--selector')
      return
      ;;
    '--field-selector')
      return
      ;;
    '-f'|'--filename')
      return
      ;;
    '-k'|'--kustomize')
      return
      ;;
    '--chunk-size')
      return
      ;;
  esac

  if [[ "${curr_word}" == -* ]]; then
    COMPREPLY=( $(compgen -W "${flag_opts} ${arg_opts}" -- "${curr_word}") )
  else
    local positionals=""
    local IFS=$'\n'
    COMPREPLY=( $(compgen -W "${commands// /$'\n'}${IFS}${positionals}" -- "${curr_word}") )
  fi
}

# Generates completions for the options and subcommands of the `label` subcommand.
function _picocli_s2ioc_label() {
  # Get completion data
  local curr_word=${COMP_WORDS[COMP_CWORD]}
  local prev_word=${COMP_WORDS[COMP_CWORD-1]}

  local commands=""
  local flag_opts="'--all' '--list' '--local' '--overwrite' '-A' '--all-namespaces' '-R' '--recursive' '--allow-missing-template-keys' '--show-managed-fields' '-h' '--help'"
  local arg_opts="'--field-manager' '--resource-version' '-l' '--selector' '--field-selector' '-f' '--filename' '-k' '--kustomize' '-o' '--output' '--template' '--dry-run'"

  type compopt &>/dev/null && compopt +o default

  case ${prev_word} in
    '--field-manager')
      return
      ;;
    '--resource-version')
      return
      ;;
    '-l'|'--selector')
      return
      ;;
    '--field-selector')
      return
      ;;
    '-f'|'--filename')
      return
      ;;
    '-k'|'--kustomize')
      return
      ;;
    '-o'|'--output')
      return
      ;;
    '--template')
      return
      ;;
    '--dry-run')
      return
      ;;
  esac

  if [[ "${curr_word}" == -* ]]; then
    COMPREPLY=( $(compgen -W "${flag_opts} ${arg_opts}" -- "${curr_word}") )
  else
    local positionals=""
    local IFS=$'\n'
    COMPREPLY=( $(compgen -W "${commands// /$'\n'}${IFS}${positionals}" -- "${curr_word}") )
  fi
}

# Generates completions for the options and subcommands of the `annotate` subcommand.
function _picocli_s2ioc_annotate() {
  # Get completion data
  local curr_word=${COMP_WORDS[COMP_CWORD]}
  local prev_word=${COMP_WORDS[COMP_CWORD-1]}

  local commands=""
  local flag_opts="'--all' '--list' '--local' '--overwrite' '-A' '--all-namespaces' '-R' '--recursive' '--allow-missing-template-keys' '--show-managed-fields' '-h' '--help'"
  local arg_opts="'--field-manager' '--resource-version' '-l' '--selector' '--field-selector' '-f' '--filename' '-k' '--kustomize' '-o' '--output' '--template' '--dry-run'"

  type compopt &>/dev/null && compopt +o default

  case ${prev_word} in
    '--field-manager')
      return
      ;;
    '--resource-version')
      return
      ;;
    '-l'|'--selector')
      return
      ;;
    '--field-selector')
      return
      ;;
    '-f'|'--filename')
      return
      ;;
    '-k'|'--kustomize')
      return
      ;;
    '-o'|'--output')
      return
      ;;
    '--template')
      return
      ;;
    '--dry-run')
      return
      ;;
  esac

  if [[ "${curr_word}" == -* ]]; then
    COMPREPLY=( $(compgen -W "${flag_opts} ${arg_opts}" -- "${curr_word}") )
  else
    local positionals=""
    local IFS=$'\n'
    COMPREPLY=( $(compgen -W "${commands// /$'\n'}${IFS}${positionals}" -- "${curr_word}") )
  fi
}

# Generates completions for the options and subcommands of the `edit` subcommand.
function _picocli_s2ioc_edit() {
  # Get completion data
  local curr_word=${COMP_WORDS[COMP_CWORD]}
  local prev_word=${COMP_WORDS[COMP_CWORD-1]}

  local commands=""
  local flag_opts="'--output-patch' '--save-config' '--show-managed-fields' '--windows-line-endings' '-R' '--recursive' '-h' '--help'"
  local arg_opts="'-o' '--output' '--subresource' '-f' '--filename' '-k' '--kustomize' '--field-manager' '--validate'"

  type compopt &>/dev/null && compopt +o default

  case ${prev_word} in
    '-o'|'--output')
      return
      ;;
    '--subresource')
      return
      ;;
    '-f'|'--filename')
      return
      ;;
    '-k'|'--kustomize')
      return
      ;;
    '--field-manager')
      return
      ;;
    '--validate')
      return
      ;;
  esac

  if [[ "${curr_word}" == -* ]]; then
    COMPREPLY=( $(compgen -W "${flag_opts} ${arg_opts}" -- "${curr_word}") )
  else
    local positionals=""
    local IFS=$'\n'
    COMPREPLY=( $(compgen -W "${commands// /$'\n'}${IFS}${positionals}" -- "${curr_word}") )
  fi
}

# Generates completions for the options and subcommands of the `expose` subcommand.
function _picocli_s2ioc_expose() {
  # Get completion data
  local curr_word=${COMP_WORDS[COMP_CWORD]}
  local prev_word=${COMP_WORDS[COMP_CWORD-1]}

  local commands=""
  local flag_opts="'-R' '--recursive' '--save-config' '--allow-missing-template-keys' '--show-managed-fields' '-h' '--help'"
  local arg_opts="'--name' '-l' '--labels' '--port' '--hostname' '--path' '--wildcard-policy' '--selector' '--target-port' '--protocol' '--type' '--cluster-ip' '--external-ip' '--load-balancer-ip' '--session-affinity' '--overrides' '--override-type' '-f' '--filename' '-k' '--kustomize' '--field-manager' '-o' '--output' '--template' '--dry-run'"

  type compopt &>/dev/null && compopt +o default

  case ${prev_word} in
    '--name')
      return
      ;;
    '-l'|'--labels')
      return
      ;;
    '--port')
      return
      ;;
    '--hostname')
      return
      ;;
    '--path')
      return
      ;;
    '--wildcard-policy')
      return
      ;;
    '--selector')
      return
      ;;
    '--target-port')
      return
      ;;
    '--protocol')
      return
      ;;
    '--type')
      return
      ;;
    '--cluster-ip')
      return
      ;;
    '--external-ip')
      return
      ;;
    '--load-balancer-ip')
      return
      ;;
    '--session-affinity')
      return
      ;;
    '--overrides')
      return
      ;;
    '--override-type')
      return
      ;;
    '-f'|'--filename')
      return
      ;;
    '-k'|'--kustomize')
      return
      ;;
    '--field-manager')
      return
      ;;
    '-o'|'--output')
      return
      ;;
    '--template')
      return
      ;;
    '--dry-run')
      return
      ;;
  esac

  if [[ "${curr_word}" == -* ]]; then
    COMPREPLY=( $(compgen -W "${flag_opts} ${arg_opts}" -- "${curr_word}") )
  else
    local positionals=""
    local IFS=$'\n'
    COMPREPLY=( $(compgen -W "${commands// /$'\n'}${IFS}${positionals}" -- "${curr_word}") )
  fi
}

# Generates completions for the options and subcommands of the `delete` subcommand.
function _picocli_s2ioc_delete() {
  # Get completion data
  local curr_word=${COMP_WORDS[COMP_CWORD]}
  local prev_word=${COMP_WORDS[COMP_CWORD-1]}

  local commands=""
  local flag_opts="'-A' '--all-namespaces' '-R' '--recursive' '--all' '--force' '--now' '--ignore-not-found' '-i' '--interactive' '--wait' '-h' '--help'"
  local arg_opts="'-o' '--output' '-l' '--selector' '--field-selector' '-f' '--filename' '-k' '--kustomize' '--dry-run' '--cascade' '--grace-period' '--timeout' '--raw'"

  type compopt &>/dev/null && compopt +o default

  case ${prev_word} in
    '-o'|'--output')
      return
      ;;
    '-l'|'--selector')
      return
      ;;
    '--field-selector')
      return
      ;;
    '-f'|'--filename')
      return
      ;;
    '-k'|'--kustomize')
      return
      ;;
    '--dry-run')
      return
      ;;
    '--cascade')
      return
      ;;
    '--grace-period')
      return
      ;;
    '--timeout')
      return
      ;;
    '--raw')
      return
      ;;
  esac

  if [[ "${curr_word}" == -* ]]; then
    COMPREPLY=( $(compgen -W "${flag_opts} ${arg_opts}" -- "${curr_word}") )
  else
    local positionals=""
    local IFS=$'\n'
    COMPREPLY=( $(compgen -W "${commands// /$'\n'}${IFS}${positionals}" -- "${curr_word}") )
  fi
}

# Generates completions for the options and subcommands of the `scale` subcommand.
function _picocli_s2ioc_scale() {
  # Get completion data
  local curr_word=${COMP_WORDS[COMP_CWORD]}
  local prev_word=${COMP_WORDS[COMP_CWORD-1]}

  local commands=""
  local flag_opts="'--all' '-A' '--all-namespaces' '-R' '--recursive' '--allow-missing-template-keys' '--show-managed-fields' '-h' '--help'"
  local arg_opts="'--replicas' '--current-replicas' '--resource-version' '--timeout' '-l' '--selector' '--field-selector' '-f' '--filename' '-k' '--kustomize' '-o' '--output' '--template' '--dry-run'"

  type compopt &>/dev/null && compopt +o default

  case ${prev_word} in
    '--replicas')
      return
      ;;
    '--current-replicas')
      return
      ;;
    '--resource-version')
      return
      ;;
    '--timeout')
      return
      ;;
    '-l'|'--selector')
      return
      ;;
    '--field-selector')
      return
      ;;
    '-f'|'--filename')
      return
      ;;
    '-k'|'--kustomize')
      return
      ;;
    '-o'|'--output')
      return
      ;;
    '--template')
      return
      ;;
    '--dry-run')
      return
      ;;
  esac

  if [[ "${curr_word}" == -* ]]; then
    COMPREPLY=( $(compgen -W "${flag_opts} ${arg_opts}" -- "${curr_word}") )
  else
    local positionals=""
    local IFS=$'\n'
    COMPREPLY=( $(compgen -W "${commands// /$'\n'}${IFS}${positionals}" -- "${curr_word}") )
  fi
}

# Generates completions for the options and subcommands of the `autoscale` subcommand.
function _picocli_s2ioc_autoscale() {
  # Get completion data
  local curr_word=${COMP_WORDS[COMP_CWORD]}
  local prev_word=${COMP_WORDS[COMP_CWORD-1]}

  local commands=""
  local flag_opts="'-R' '--recursive' '--save-config' '--allow-missing-template-keys' '--show-managed-fields' '-h' '--help'"
  local arg_opts="'--min' '--max' '--cpu-percent' '--name' '-f' '--filename' '-k' '--kustomize' '--field-manager' '-o' '--output' '--template' '--dry-run'"

  type compopt &>/dev/null && compopt +o default

  case ${prev_word} in
    '--min')
      return
      ;;
    '--max')
      return
      ;;
    '--cpu-percent')
      return
      ;;
    '--name')
      return
      ;;
    '-f'|'--filename')
      return
      ;;
    '-k'|'--kustomize')
      return
      ;;
    '--field-manager')
      return
      ;;
    '-o'|'--output')
      return
      ;;
    '--template')
      return
      ;;
    '--dry-run')
      return
      ;;
  esac

  if [[ "${curr_word}" == -* ]]; then
    COMPREPLY=( $(compgen -W "${flag_opts} ${arg_opts}" -- "${curr_word}") )
  else
    local positionals=""
    local IFS=$'\n'
    COMPREPLY=( $(compgen -W "${commands// /$'\n'}${IFS}${positionals}" -- "${curr_word}") )
  fi
}

# Generates completions for the options and subcommands of the `set` subcommand.
function _picocli_s2ioc_set() {
  # Get completion data
  local curr_word=${COMP_WORDS[COMP_CWORD]}
  local prev_word=${COMP_WORDS[COMP_CWORD-1]}

  local commands="env build-hook build-secret data deployment-hook image image-lookup probe resources route-backends selector serviceaccount sa subject triggers volumes volume"
  local flag_opts="'-h' '--help'"
  local arg_opts=""

  if [[ "${curr_word}" == -* ]]; then
    COMPREPLY=( $(compgen -W "${flag_opts} ${arg_opts}" -- "${curr_word}") )
  else
    local positionals=""
    local IFS=$'\n'
    COMPREPLY=( $(compgen -W "${commands// /$'\n'}${IFS}${positionals}" -- "${curr_word}") )
  fi
}

# Generates completions for the options and subcommands of the `adm` subcommand.
function _picocli_s2ioc_adm() {
  # Get completion data
  local curr_word=${COMP_WORDS[COMP_CWORD]}
  local prev_word=${COMP_WORDS[COMP_CWORD-1]}

  local commands="build-chain new-project policy prune"
  local flag_opts="'-h' '--help'"
  local arg_opts=""

  if [[ "${curr_word}" == -* ]]; then
    COMPREPLY=( $(compgen -W "${flag_opts} ${arg_opts}" -- "${curr_word}") )
  else
    local positionals=""
    local IFS=$'\n'
    COMPREPLY=( $(compgen -W "${commands// /$'\n'}${IFS}${positionals}" -- "${curr_word}") )
  fi
}

# Generates completions for the options and subcommands of the `replace` subcommand.
function _picocli_s2ioc_replace() {
  # Get completion data
  local curr_word=${COMP_WORDS[COMP_CWORD]}
  local prev_word=${COMP_WORDS[COMP_CWORD-1]}

  local commands=""
  local flag_opts="'--save-config' '--force' '--wait' '-R' '--recursive' '--allow-missing-template-keys' '--show-managed-fields' '-h' '--help'"
  local arg_opts="'--raw' '--subresource' '--cascade' '--grace-period' '--timeout' '-f' '--filename' '-k' '--kustomize' '-o' '--output' '--template' '--dry-run' '--field-manager' '--validate'"

  type compopt &>/dev/null && compopt +o default

  case ${prev_word} in
    '--raw')
      return
      ;;
    '--subresource')
      return
      ;;
    '--cascade')
      return
      ;;
    '--grace-period')
      return
      ;;
    '--timeout')
      return
      ;;
    '-f'|'--filename')
      return
      ;;
    '-k'|'--kustomize')
      return
      ;;
    '-o'|'--output')
      return
      ;;
    '--template')
      return
      ;;
    '--dry-run')
      return
      ;;
    '--field-manager')
      return
      ;;
    '--validate')
      return
      ;;
  esac

  if [[ "${curr_word}" == -* ]]; then
    COMPREPLY=( $(compgen -W "${flag_opts} ${arg_opts}" -- "${curr_word}") )
  else
    local positionals=""
    local IFS=$'\n'
    COMPREPLY=( $(compgen -W "${commands// /$'\n'}${IFS}${positionals}" -- "${curr_word}") )
  fi
}

# Generates completions for the options and subcommands of the `secrets` subcommand.
function _picocli_s2ioc_secrets() {
  # Get completion data
  local curr_word=${COMP_WORDS[COMP_CWORD]}
  local prev_word=${COMP_WORDS[COMP_CWORD-1]}

  local commands="link unlink"
  local flag_opts="'-h' '--help'"
  local arg_opts=""

  if [[ "${curr_word}" == -* ]]; then
    COMPREPLY=( $(compgen -W "${flag_opts} ${arg_opts}" -- "${curr_word}") )
  else
    local positionals=""
    local IFS=$'\n'
    COMPREPLY=( $(compgen -W "${commands// /$'\n'}${IFS}${positionals}" -- "${curr_word}") )
  fi
}

# Generates completions for the options and subcommands of the `patch` subcommand.
function _picocli_s2ioc_patch() {
  # Get completion data
  local curr_word=${COMP_WORDS[COMP_CWORD]}
  local prev_word=${COMP_WORDS[COMP_CWORD-1]}

  local commands=""
  local flag_opts="'--local' '-R' '--recursive' '--allow-missing-template-keys' '--show-managed-fields' '-h' '--help'"
  local arg_opts="'-p' '--patch' '--patch-file' '--type' '--field-manager' '--subresource' '-f' '--filename' '-k' '--kustomize' '-o' '--output' '--template' '--dry-run'"

  type compopt &>/dev/null && compopt +o default

  case ${prev_word} in
    '-p'|'--patch')
      return
      ;;
    '--patch-file')
      return
      ;;
    '--type')
      return
      ;;
    '--field-manager')
      return
      ;;
    '--subresource')
      return
      ;;
    '-f'|'--filename')
      return
      ;;
    '-k'|'--kustomize')
      return
      ;;
    '-o'|'--output')
      return
      ;;
    '--template')
      return
      ;;
    '--dry-run')
      return
      ;;
  esac

  if [[ "${curr_word}" == -* ]]; then
    COMPREPLY=( $(compgen -W "${flag_opts} ${arg_opts}" -- "${curr_word}") )
  else
    local positionals=""
    local IFS=$'\n'
    COMPREPLY=( $(compgen -W "${commands// /$'\n'}${IFS}${positionals}" -- "${curr_word}") )
  fi
}

# Generates completions for the options and subcommands of the `kustomize` subcommand.
function _picocli_s2ioc_kustomize() {
  # Get completion data
  local curr_word=${COMP_WORDS[COMP_CWORD]}
  local prev_word=${COMP_WORDS[COMP_CWORD-1]}

  local commands=""
  local flag_opts="'--enable-helm' '--enable-alpha-plugins' '-h' '--help'"
  local arg_opts="'-o' '--output' '--helm-command' '--load-restrictor' '-e' '--env'"

  type compopt &>/dev/null && compopt +o default

  case ${prev_word} in
    '-o'|'--output')
      return
      ;;
    '--helm-command')
      return
      ;;
    '--load-restrictor')
      return
      ;;
    '-e'|'--env')
      return
      ;;
  esac

  if [[ "${curr_word}" == -* ]]; then
    COMPREPLY=( $(compgen -W "${flag_opts} ${arg_opts}" -- "${curr_word}") )
  else
    local positionals=""
    local IFS=$'\n'
    COMPREPLY=( $(compgen -W "${commands// /$'\n'}${IFS}${positionals}" -- "${curr_word}") )
  fi
}

# Generates completions for the options and subcommands of the `cluster-info` subcommand.
function _picocli_s2ioc_clusterinfo() {
  # Get completion data
  local curr_word=${COMP_WORDS[COMP_CWORD]}
  local prev_word=${COMP_WORDS[COMP_CWORD-1]}

  local commands="dump"
  local flag_opts="'-h' '--help'"
  local arg_opts=""

  if [[ "${curr_word}" == -* ]]; then
    COMPREPLY=( $(compgen -W "${flag_opts} ${arg_opts}" -- "${curr_word}") )
  else
    local positionals=""
    local IFS=$'\n'
    COMPREPLY=( $(compgen -W "${commands// /$'\n'}${IFS}${positionals}" -- "${curr_word}") )
  fi
}

# Generates completions for the options and subcommands of the `diff` subcommand.
function _picocli_s2ioc_diff() {
  # Get completion data
  local curr_word=${COMP_WORDS[COMP_CWORD]}
  local prev_word=${COMP_WORDS[COMP_CWORD-1]}

  local commands=""
  local flag_opts="'--server-side' '--force-conflicts' '--prune' '--show-managed-fields' '-R' '--recursive' '-h' '--help'"
  local arg_opts="'--field-manager' '--concurrency' '-l' '--selector' '-f' '--filename' '-k' '--kustomize'"

  type compopt &>/dev/null && compopt +o default

  case ${prev_word} in
    '--field-manager')
      return
      ;;
    '--concurrency')
      return
      ;;
    '-l'|'--selector')
      return
      ;;
    '-f'|'--filename')
      return
      ;;
    '-k'|'--kustomize')
      return
      ;;
  esac

  if [[ "${curr_word}" == -* ]]; then
    COMPREPLY=( $(compgen -W "${flag_opts} ${arg_opts}" -- "${curr_word}") )
  else
    local positionals=""
    local IFS=$'\n'
    COMPREPLY=( $(compgen -W "${commands// /$'\n'}${IFS}${positionals}" -- "${curr_word}") )
  fi
}

# Generates completions for the options and subcommands of the `process` subcommand.
function _picocli_s2ioc_process() {
  # Get completion data
  local curr_word=${COMP_WORDS[COMP_CWORD]}
  local prev_word=${COMP_WORDS[COMP_CWORD-1]}

  local commands=""
  local flag_opts="'--ignore-unknown-parameters' '--local' '--parameters' '--raw' '--allow-missing-template-keys' '--show-managed-fields' '-h' '--help'"
  local arg_opts="'-f' '--filename' '-p' '--param' '--param-file' '-l' '--labels' '-o' '--output' '--template'"

  type compopt &>/dev/null && compopt +o default

  case ${prev_word} in
    '-f'|'--filename')
      return
      ;;
    '-p'|'--param')
      return
      ;;
    '--param-file')
      return
      ;;
    '-l'|'--labels')
      return
      ;;
    '-o'|'--output')
      return
      ;;
    '--template')
      return
      ;;
  esac

  if [[ "${curr_word}" == -* ]]; then
    COMPREPLY=( $(compgen -W "${flag_opts} ${arg_opts}" -- "${curr_word}") )
  else
    local positionals=""
    local IFS=$'\n'
    COMPREPLY=( $(compgen -W "${commands// /$'\n'}${IFS}${positionals}" -- "${curr_word}") )
  fi
}

# Generates completions for the options and subcommands of the `extract` subcommand.
function _picocli_s2ioc_extract() {
  # Get completion data
  local curr_word=${COMP_WORDS[COMP_CWORD]}
  local prev_word=${COMP_WORDS[COMP_CWORD-1]}

  local commands=""
  local flag_opts="'-R' '--recursive' '--confirm' '-h' '--help'"
  local arg_opts="'-f' '--filename' '-k' '--kustomize' '--keys' '--to'"

  type compopt &>/dev/null && compopt +o default

  case ${prev_word} in
    '-f'|'--filename')
      return
      ;;
    '-k'|'--kustomize')
      return
      ;;
    '--keys')
      return
      ;;
    '--to')
      return
      ;;
  esac

  if [[ "${curr_word}" == -* ]]; then
    COMPREPLY=( $(compgen -W "${flag_opts} ${arg_opts}" -- "${curr_word}") )
  else
    local positionals=""
    local IFS=$'\n'
    COMPREPLY=( $(compgen -W "${commands// /$'\n'}${IFS}${positionals}" -- "${curr_word}") )
  fi
}

# Generates completions for the options and subcommands of the `registry` subcommand.
function _picocli_s2ioc_registry() {
  # Get completion data
  local curr_word=${COMP_WORDS[COMP_CWORD]}
  local prev_word=${COMP_WORDS[COMP_CWORD-1]}

  local commands="info login"
  local flag_opts="'-h' '--help'"
  local arg_opts=""

  if [[ "${curr_word}" == -* ]]; then
    COMPREPLY=( $(compgen -W "${flag_opts} ${arg_opts}" -- "${curr_word}") )
  else
    local positionals=""
    local IFS=$'\n'
    COMPREPLY=( $(compgen -W "${commands// /$'\n'}${IFS}${positionals}" -- "${curr_word}") )
  fi
}

# Generates completions for the options and subcommands of the `image` subcommand.
function _picocli_s2ioc_image() {
  # Get completion data
  local curr_word=${COMP_WORDS[COMP_CWORD]}
  local prev_word=${COMP_WORDS[COMP_CWORD-1]}

  local commands="info"
  local flag_opts="'-h' '--help'"
  local arg_opts=""

  if [[ "${curr_word}" == -* ]]; then
    COMPREPLY=( $(compgen -W "${flag_opts} ${arg_opts}" -- "${curr_word}") )
  else
    local positionals=""
    local IFS=$'\n'
    COMPREPLY=( $(compgen -W "${commands// /$'\n'}${IFS}${positionals}" -- "${curr_word}") )
  fi
}

# Generates completions for the options and subcommands of the `policy` subcommand.
function _picocli_s2ioc_policy() {
  # Get completion data
  local curr_word=${COMP_WORDS[COMP_CWORD]}
  local prev_word=${COMP_WORDS[COMP_CWORD-1]}

  local commands="add-role-to-group add-role-to-user remove-group remove-role-from-group remove-role-from-user remove-user who-can"
  local flag_opts="'-h' '--help'"
  local arg_opts=""

  if [[ "${curr_word}" == -* ]]; then
    COMPREPLY=( $(compgen -W "${flag_opts} ${arg_opts}" -- "${curr_word}") )
  else
    local positionals=""
    local IFS=$'\n'
    COMPREPLY=( $(compgen -W "${commands// /$'\n'}${IFS}${positionals}" -- "${curr_word}") )
  fi
}

# Generates completions for the options and subcommands of the `auth` subcommand.
function _picocli_s2ioc_auth() {
  # Get completion data
  local curr_word=${COMP_WORDS[COMP_CWORD]}
  local prev_word=${COMP_WORDS[COMP_CWORD-1]}

  local commands="can-i reconcile whoami"
  local flag_opts="'-h' '--help'"
  local arg_opts=""

  if [[ "${curr_word}" == -* ]]; then
    COMPREPLY=( $(compgen -W "${flag_opts} ${arg_opts}" -- "${curr_word}") )
  else
    local positionals=""
    local IFS=$'\n'
    COMPREPLY=( $(compgen -W "${commands// /$'\n'}${IFS}${positionals}" -- "${curr_word}") )
  fi
}

# Generates completions for the options and subcommands of the `api-versions` subcommand.
function _picocli_s2ioc_apiversions() {
  # Get completion data
  local curr_word=${COMP_WORDS[COMP_CWORD]}
  local prev_word=${COMP_WORDS[COMP_CWORD-1]}

  local commands=""
  local flag_opts="'-h' '--help'"
  local arg_opts=""

  if [[ "${curr_word}" == -* ]]; then
    COMPREPLY=( $(compgen -W "${flag_opts} ${arg_opts}" -- "${curr_word}") )
  else
    local positionals=""
    local IFS=$'\n'
    COMPREPLY=( $(compgen -W "${commands// /$'\n'}${IFS}${positionals}" -- "${curr_word}") )
  fi
}

# Generates completions for the options and subcommands of the `api-resources` subcommand.
function _picocli_s2ioc_apiresources() {
  # Get completion data
  local curr_word=${COMP_WORDS[COMP_CWORD]}
  local prev_word=${COMP_WORDS[COMP_CWORD-1]}

  local commands=""
  local flag_opts="'--namespaced' '--no-headers' '--cached' '-h' '--help'"
  local arg_opts="'--api-group' '--categories' '--verbs' '--sort-by' '-o' '--output'"

  type compopt &>/dev/null && compopt +o default

  case ${prev_word} in
    '--api-group')
      return
      ;;
    '--categories')
      return
      ;;
    '--verbs')
      return
      ;;
    '--sort-by')
      return
      ;;
    '-o'|'--output')
      return
      ;;
  esac

  if [[ "${curr_word}" == -* ]]; then
    COMPREPLY=( $(compgen -W "${flag_opts} ${arg_opts}" -- "${curr_word}") )
  else
    local positionals=""
    local IFS=$'\n'
    COMPREPLY=( $(compgen -W "${commands// /$'\n'}${IFS}${positionals}" -- "${curr_word}") )
  fi
}

# Generates completions for the options and subcommands of the `config` subcommand.
function _picocli_s2ioc_config() {
  # Get completion data
  local curr_word=${COMP_WORDS[COMP_CWORD]}
  local prev_word=${COMP_WORDS[COMP_CWORD-1]}

  local commands="current-context delete-cluster delete-context delete-user get-clusters get-contexts get-users rename-context set set-cluster set-context set-credentials unset use-context view"
  local flag_opts="'-h' '--help'"
  local arg_opts=""

  if [[ "${curr_word}" == -* ]]; then
    COMPREPLY=( $(compgen -W "${flag_opts} ${arg_opts}" -- "${curr_word}") )
  else
    local positionals=""
    local IFS=$'\n'
    COMPREPLY=( $(compgen -W "${commands// /$'\n'}${IFS}${positionals}" -- "${curr_word}") )
  fi
}

# Generates completions for the options and subcommands of the `plugin` subcommand.
function _picocli_s2ioc_plugin() {
  # Get completion data
  local curr_word=${COMP_WORDS[COMP_CWORD]}
  local prev_word=${COMP_WORDS[COMP_CWORD-1]}

  local commands="list"
  local flag_opts="'-h' '--help'"
  local arg_opts=""

  if [[ "${curr_word}" == -* ]]; then
    COMPREPLY=( $(compgen -W "${flag_opts} ${arg_opts}" -- "${curr_word}") )
  else
    local positionals=""
    local IFS=$'\n'
    COMPREPLY=( $(compgen -W "${commands// /$'\n'}${IFS}${positionals}" -- "${curr_word}") )
  fi
}

# Generates completions for the options and subcommands of the `logout` subcommand.
function _picocli_s2ioc_logout() {
  # Get completion data
  local curr_word=${COMP_WORDS[COMP_CWORD]}
  local prev_word=${COMP_WORDS[COMP_CWORD-1]}

  local commands=""
  local flag_opts="'-h' '--help'"
  local arg_opts=""

  if [[ "${curr_word}" == -* ]]; then
    COMPREPLY=( $(compgen -W "${flag_opts} ${arg_opts}" -- "${curr_word}") )
  else
    local positionals=""
    local IFS=$'\n'
    COMPREPLY=( $(compgen -W "${commands// /$'\n'}${IFS}${positionals}" -- "${curr_word}") )
  fi
}

# Generates completions for the options and subcommands of the `whoami` subcommand.
function _picocli_s2ioc_whoami() {
  # Get completion data
  local curr_word=${COMP_WORDS[COMP_CWORD]}
  local prev_word=${COMP_WORDS[COMP_CWORD-1]}

  local commands=""
  local flag_opts="'-t' '--show-token' '-c' '--show-context' '--show-server' '--show-console' '-h' '--help'"
  local arg_opts=""

  if [[ "${curr_word}" == -* ]]; then
    COMPREPLY=( $(compgen -W "${flag_opts} ${arg_opts}" -- "${curr_word}") )
  else
    local positionals=""
    local IFS=$'\n'
    COMPREPLY=( $(compgen -W "${commands// /$'\n'}${IFS}${positionals}" -- "${curr_word}") )
  fi
}

# Generates completions for the options and subcommands of the `completion` subcommand.
function _picocli_s2ioc_completion() {
  # Get completion data
  local curr_word=${COMP_WORDS[COMP_CWORD]}
  local prev_word=${COMP_WORDS[COMP_CWORD-1]}

  local commands=""
  local flag_opts="'-h' '--help'"
  local arg_opts=""

  if [[ "${curr_word}" == -* ]]; then
    COMPREPLY=( $(compgen -W "${flag_opts} ${arg_opts}" -- "${curr_word}") )
  else
    local positionals=""
    local IFS=$'\n'
    COMPREPLY=( $(compgen -W "${commands// /$'\n'}${IFS}${positionals}" -- "${curr_word}") )
  fi
}

# Generates completions for the options and subcommands of the `cluster` subcommand.
function _picocli_s2ioc_cluster() {
  # Get completion data
  local curr_word=${COMP_WORDS[COMP_CWORD]}
  local prev_word=${COMP_WORDS[COMP_CWORD-1]}

  local commands="up status down prune delete export import"
  local flag_opts="'-h' '--help'"
  local arg_opts=""

  if [[ "${curr_word}" == -* ]]; then
    COMPREPLY=( $(compgen -W "${flag_opts} ${arg_opts}" -- "${curr_word}") )
  else
    local positionals=""
    local IFS=$'\n'
    COMPREPLY=( $(compgen -W "${commands// /$'\n'}${IFS}${positionals}" -- "${curr_word}") )
  fi
}

# Generates completions for the options and subcommands of the `help` subcommand.
function _picocli_s2ioc_help() {
  # Get completion data
  local curr_word=${COMP_WORDS[COMP_CWORD]}
  local prev_word=${COMP_WORDS[COMP_CWORD-1]}

  local commands=""
  local flag_opts="'-h' '--help'"
  local arg_opts=""

  if [[ "${curr_word}" == -* ]]; then
    COMPREPLY=( $(compgen -W "${flag_opts} ${arg_opts}" -- "${curr_word}") )
  else
    local positionals=""
    local IFS=$'\n'
    COMPREPLY=( $(compgen -W "${commands// /$'\n'}${IFS}${positionals}" -- "${curr_word}") )
  fi
}

# Generates completions for the options and subcommands of the `options` subcommand.
function _picocli_s2ioc_options() {
  # Get completion data
  local curr_word=${COMP_WORDS[COMP_CWORD]}
  local prev_word=${COMP_WORDS[COMP_CWORD-1]}

  local commands=""
  local flag_opts="'-h' '--help'"
  local arg_opts=""

  if [[ "${curr_word}" == -* ]]; then
    COMPREPLY=( $(compgen -W "${flag_opts} ${arg_opts}" -- "${curr_word}") )
  else
    local positionals=""
    local IFS=$'\n'
    COMPREPLY=( $(compgen -W "${commands// /$'\n'}${IFS}${positionals}" -- "${curr_word}") )
  fi
}

# Generates completions for the options and subcommands of the `version` subcommand.
function _picocli_s2ioc_version() {
  # Get completion data
  local curr_word=${COMP_WORDS[COMP_CWORD]}
  local prev_word=${COMP_WORDS[COMP_CWORD-1]}

  local commands=""
  local flag_opts="'--client' '-h' '--help'"
  local arg_opts="'-o' '--output'"

  type compopt &>/dev/null && compopt +o default

  case ${prev_word} in
    '-o'|'--output')
      return
      ;;
  esac

  if [[ "${curr_word}" == -* ]]; then
    COMPREPLY=( $(compgen -W "${flag_opts} ${arg_opts}" -- "${curr_word}") )
  else
    local positionals=""
    local IFS=$'\n'
    COMPREPLY=( $(compgen -W "${commands// /$'\n'}${IFS}${positionals}" -- "${curr_word}") )
  fi
}

# Generates completions for the options and subcommands of the `cancel` subcommand.
function _picocli_s2ioc_rollout_cancel() {
  # Get completion data
  local curr_word=${COMP_WORDS[COMP_CWORD]}
  local prev_word=${COMP_WORDS[COMP_CWORD-1]}

  local commands=""
  local flag_opts="'-A' '--all-namespaces' '-R' '--recursive' '--allow-missing-template-keys' '--show-managed-fields' '-h' '--help'"
  local arg_opts="'-l' '--selector' '--field-selector' '-f' '--filename' '-k' '--kustomize' '-o' '--output' '--template'"

  type compopt &>/dev/null && compopt +o default

  case ${prev_word} in
    '-l'|'--selector')
      return
      ;;
    '--field-selector')
      return
      ;;
    '-f'|'--filename')
      return
      ;;
    '-k'|'--kustomize')
      return
      ;;
    '-o'|'--output')
      return
      ;;
    '--template')
      return
      ;;
  esac

  if [[ "${curr_word}" == -* ]]; then
    COMPREPLY=( $(compgen -W "${flag_opts} ${arg_opts}" -- "${curr_word}") )
  else
    local positionals=""
    local IFS=$'\n'
    COMPREPLY=( $(compgen -W "${commands// /$'\n'}${IFS}${positionals}" -- "${curr_word}") )
  fi
}

# Generates completions for the options and subcommands of the `history` subcommand.
function _picocli_s2ioc_rollout_history() {
  # Get completion data
  local curr_word=${COMP_WORDS[COMP_CWORD]}
  local prev_word=${COMP_WORDS[COMP_CWORD-1]}

  local commands=""
  local flag_opts="'-A' '--all-namespaces' '-R' '--recursive' '--allow-missing-template-keys' '--show-managed-fields' '-h' '--help'"
  local arg_opts="'-l' '--selector' '--field-selector' '-f' '--filename' '-k' '--kustomize' '--revision' '-o' '--output' '--template'"

  type compopt &>/dev/null && compopt +o default

  case ${prev_word} in
    '-l'|'--selector')
      return
      ;;
    '--field-selector')
      return
      ;;
    '-f'|'--filename')
      return
      ;;
    '-k'|'--kustomize')
      return
      ;;
    '--revision')
      return
      ;;
    '-o'|'--output')
      return
      ;;
    '--template')
      return
      ;;
  esac

  if [[ "${curr_word}" == -* ]]; then
    COMPREPLY=( $(compgen -W "${flag_opts} ${arg_opts}" -- "${curr_word}") )
  else
    local positionals=""
    local IFS=$'\n'
    COMPREPLY=( $(compgen -W "${commands// /$'\n'}${IFS}${positionals}" -- "${curr_word}") )
  fi
}

# Generates completions for the options and subcommands of the `latest` subcommand.
function _picocli_s2ioc_rollout_latest() {
  # Get completion data
  local curr_word=${COMP_WORDS[COMP_CWORD]}
  local prev_word=${COMP_WORDS[COMP_CWORD-1]}

  local commands=""
  local flag_opts="'--again' '--allow-missing-template-keys' '--show-managed-fields' '-h' '--help'"
  local arg_opts="'-o' '--output' '--template' '--dry-run'"

  type compopt &>/dev/null && compopt +o default

  case ${prev_word} in
    '-o'|'--output')
      return
      ;;
    '--template')
      return
      ;;
    '--dry-run')
      return
      ;;
  esac

  if [[ "${curr_word}" == -* ]]; then
    COMPREPLY=( $(compgen -W "${flag_opts} ${arg_opts}" -- "${curr_word}") )
  else
    local positionals=""
    local IFS=$'\n'
    COMPREPLY=( $(compgen -W "${commands// /$'\n'}${IFS}${positionals}" -- "${curr_word}") )
  fi
}

# Generates completions for the options and subcommands of the `pause` subcommand.
function _picocli_s2ioc_rollout_pause() {
  # Get completion data
  local curr_word=${COMP_WORDS[COMP_CWORD]}
  local prev_word=${COMP_WORDS[COMP_CWORD-1]}

  local commands=""
  local flag_opts="'-A' '--all-namespaces' '-R' '--recursive' '--allow-missing-template-keys' '--show-managed-fields' '-h' '--help'"
  local arg_opts="'-l' '--selector' '--field-selector' '-f' '--filename' '-k' '--kustomize' '-o' '--output' '--template' '--field-manager'"

  type compopt &>/dev/null && compopt +o default

  case ${prev_word} in
    '-l'|'--selector')
      return
      ;;
    '--field-selector')
      return
      ;;
    '-f'|'--filename')
      return
      ;;
    '-k'|'--kustomize')
      return
      ;;
    '-o'|'--output')
      return
      ;;
    '--template')
      return
      ;;
    '--field-manager')
      return
      ;;
  esac

  if [[ "${curr_word}" == -* ]]; then
    COMPREPLY=( $(compgen -W "${flag_opts} ${arg_opts}" -- "${curr_word}") )
  else
    local positionals=""
    local IFS=$'\n'
    COMPREPLY=( $(compgen -W "${commands// /$'\n'}${IFS}${positionals}" -- "${curr_word}") )
  fi
}

# Generates completions for the options and subcommands of the `restart` subcommand.
function _picocli_s2ioc_rollout_restart() {
  # Get completion data
  local curr_word=${COMP_WORDS[COMP_CWORD]}
  local prev_word=${COMP_WORDS[COMP_CWORD-1]}

  local commands=""
  local flag_opts="'-A' '--all-namespaces' '-R' '--recursive' '--allow-missing-template-keys' '--show-managed-fields' '-h' '--help'"
  local arg_opts="'-l' '--selector' '--field-selector' '-f' '--filename' '-k' '--kustomize' '-o' '--output' '--template' '--field-manager'"

  type compopt &>/dev/null && compopt +o default

  case ${prev_word} in
    '-l'|'--selector')
      return
      ;;
    '--field-selector')
      return
      ;;
    '-f'|'--filename')
      return
      ;;
    '-k'|'--kustomize')
      return
      ;;
    '-o'|'--output')
      return
      ;;
    '--template')
      return
      ;;
    '--field-manager')
      return
      ;;
  esac

  if [[ "${curr_word}" == -* ]]; then
    COMPREPLY=( $(compgen -W "${flag_opts} ${arg_opts}" -- "${curr_word}") )
  else
    local positionals=""
    local IFS=$'\n'
    COMPREPLY=( $(compgen -W "${commands// /$'\n'}${IFS}${positionals}" -- "${curr_word}") )
  fi
}

# Generates completions for the options and subcommands of the `resume` subcommand.
function _picocli_s2ioc_rollout_resume() {
  # Get completion data
  local curr_word=${COMP_WORDS[COMP_CWORD]}
  local prev_word=${COMP_WORDS[COMP_CWORD-1]}

  local commands=""
  local flag_opts="'-A' '--all-namespaces' '-R' '--recursive' '--allow-missing-template-keys' '--show-managed-fields' '-h' '--help'"
  local arg_opts="'-l' '--selector' '--field-selector' '-f' '--filename' '-k' '--kustomize' '-o' '--output' '--template' '--field-manager'"

  type compopt &>/dev/null && compopt +o default

  case ${prev_word} in
    '-l'|'--selector')
      return
      ;;
    '--field-selector')
      return
      ;;
    '-f'|'--filename')
      return
      ;;
    '-k'|'--kustomize')
      return
      ;;
    '-o'|'--output')
      return
      ;;
    '--template')
      return
      ;;
    '--field-manager')
      return
      ;;
  esac

  if [[ "${curr_word}" == -* ]]; then
    COMPREPLY=( $(compgen -W "${flag_opts} ${arg_opts}" -- "${curr_word}") )
  else
    local positionals=""
    local IFS=$'\n'
    COMPREPLY=( $(compgen -W "${commands// /$'\n'}${IFS}${positionals}" -- "${curr_word}") )
  fi
}

# Generates completions for the options and subcommands of the `retry` subcommand.
function _picocli_s2ioc_rollout_retry() {
  # Get completion data
  local curr_word=${COMP_WORDS[COMP_CWORD]}
  local prev_word=${COMP_WORDS[COMP_CWORD-1]}

  local commands=""
  local flag_opts="'-A' '--all-namespaces' '-R' '--recursive' '--allow-missing-template-keys' '--show-managed-fields' '-h' '--help'"
  local arg_opts="'-l' '--selector' '--field-selector' '-f' '--filename' '-k' '--kustomize' '-o' '--output' '--template'"

  type compopt &>/dev/null && compopt +o default

  case ${prev_word} in
    '-l'|'--selector')
      return
      ;;
    '--field-selector')
      return
      ;;
    '-f'|'--filename')
      return
      ;;
    '-k'|'--kustomize')
      return
      ;;
    '-o'|'--output')
      return
      ;;
    '--template')
      return
      ;;
  esac

  if [[ "${curr_word}" == -* ]]; then
    COMPREPLY=( $(compgen -W "${flag_opts} ${arg_opts}" -- "${curr_word}") )
  else
    local positionals=""
    local IFS=$'\n'
    COMPREPLY=( $(compgen -W "${commands// /$'\n'}${IFS}${positionals}" -- "${curr_word}") )
  fi
}

# Generates completions for the options and subcommands of the `status` subcommand.
function _picocli_s2ioc_rollout_status() {
  # Get completion data
  local curr_word=${COMP_WORDS[COMP_CWORD]}
  local prev_word=${COMP_WORDS[COMP_CWORD-1]}

  local commands=""
  local flag_opts="'-A' '--all-namespaces' '-R' '--recursive' '-w' '--watch' '-h' '--help'"
  local arg_opts="'-l' '--selector' '--field-selector' '-f' '--filename' '-k' '--kustomize' '--revision' '--timeout'"

  type compopt &>/dev/null && compopt +o default

  case ${prev_word} in
    '-l'|'--selector')
      return
      ;;
    '--field-selector')
      return
      ;;
    '-f'|'--filename')
      return
      ;;
    '-k'|'--kustomize')
      return
      ;;
    '--revision')
      return
      ;;
    '--timeout')
      return
      ;;
  esac

  if [[ "${curr_word}" == -* ]]; then
    COMPREPLY=( $(compgen -W "${flag_opts} ${arg_opts}" -- "${curr_word}") )
  else
    local positionals=""
    local IFS=$'\n'
    COMPREPLY=( $(compgen -W "${commands// /$'\n'}${IFS}${positionals}" -- "${curr_word}") )
  fi
}

# Generates completions for the options and subcommands of the `undo` subcommand.
function _picocli_s2ioc_rollout_undo() {
  # Get completion data
  local curr_word=${COMP_WORDS[COMP_CWORD]}
  local prev_word=${COMP_WORDS[COMP_CWORD-1]}

  local commands=""
  local flag_opts="'-A' '--all-namespaces' '-R' '--recursive' '--allow-missing-template-keys' '--show-managed-fields' '-h' '--help'"
  local arg_opts="'-l' '--selector' '--field-selector' '-f' '--filename' '-k' '--kustomize' '--to-revision' '-o' '--output' '--template' '--dry-run'"

  type compopt &>/dev/null && compopt +o default

  case ${prev_word} in
    '-l'|'--selector')
      return
      ;;
    '--field-selector')
      return
      ;;
    '-f'|'--filename')
      return
      ;;
    '-k'|'--kustomize')
      return
      ;;
    '--to-revision')
      return
      ;;
    '-o'|'--output')
      return
      ;;
    '--template')
      return
      ;;
    '--dry-run')
      return
      ;;
  esac

  if [[ "${curr_word}" == -* ]]; then
    COMPREPLY=( $(compgen -W "${flag_opts} ${arg_opts}" -- "${curr_word}") )
  else
    local positionals=""
    local IFS=$'\n'
    COMPREPLY=( $(compgen -W "${commands// /$'\n'}${IFS}${positionals}" -- "${curr_word}") )
  fi
}

# Generates completions for the options and subcommands of the `create` subcommand.
function _picocli_s2ioc_s2i_create() {
  # Get completion data
  local curr_word=${COMP_WORDS[COMP_CWORD]}
  local prev_word=${COMP_WORDS[COMP_CWORD-1]}

  local commands=""
  local flag_opts="'-h' '--help'"
  local arg_opts="'--base'"

  type compopt &>/dev/null && compopt +o default

  case ${prev_word} in
    '--base')
      return
      ;;
  esac

  if [[ "${curr_word}" == -* ]]; then
    COMPREPLY=( $(compgen -W "${flag_opts} ${arg_opts}" -- "${curr_word}") )
  else
    local positionals=""
    local IFS=$'\n'
    COMPREPLY=( $(compgen -W "${commands// /$'\n'}${IFS}${positionals}" -- "${curr_word}") )
  fi
}

# Generates completions for the options and subcommands of the `lint` subcommand.
function _picocli_s2ioc_s2i_lint() {
  # Get completion data
  local curr_word=${COMP_WORDS[COMP_CWORD]}
  local prev_word=${COMP_WORDS[COMP_CWORD-1]}

  local commands=""
  local flag_opts="'--strict' '--allow-missing-template-keys' '--show-managed-fields' '-h' '--help'"
  local arg_opts="'-o' '--output' '--template'"

  type compopt &>/dev/null && compopt +o default

  case ${prev_word} in
    '-o'|'--output')
      return
      ;;
    '--template')
      return
      ;;
  esac

  if [[ "${curr_word}" == -* ]]; then
    COMPREPLY=( $(compgen -W "${flag_opts} ${arg_opts}" -- "${curr_word}") )
  else
    local positionals=""
    local IFS=$'\n'
    COMPREPLY=( $(compgen -W "${commands// /$'\n'}${IFS}${positionals}" -- "${curr_word}") )
  fi
}

# Generates completions for the options and subcommands of the `generate` subcommand.
function _picocli_s2ioc_s2i_generate() {
  # Get completion data
  local curr_word=${COMP_WORDS[COMP_CWORD]}
  local prev_word=${COMP_WORDS[COMP_CWORD-1]}

  local commands=""
  local flag_opts="'-h' '--help'"
  local arg_opts="'-e' '--env' '-E' '--environment-file' '--scripts-url' '--assemble-user' '--source' '--previous-image'"

  type compopt &>/dev/null && compopt +o default

  case ${prev_word} in
    '-e'|'--env')
      return
      ;;
    '-E'|'--environment-file')
      return
      ;;
    '--scripts-url')
      return
      ;;
    '--assemble-user')
      return
      ;;
    '--source')
      return
      ;;
    '--previous-image')
      return
      ;;
  esac

  if [[ "${curr_word}" == -* ]]; then
    COMPREPLY=( $(compgen -W "${flag_opts} ${arg_opts}" -- "${curr_word}") )
  else
    local positionals=""
    local IFS=$'\n'
    COMPREPLY=( $(compgen -W "${commands// /$'\n'}${IFS}${positionals}" -- "${curr_word}") )
  fi
}

# Generates completions for the options and subcommands of the `usage` subcommand.
function _picocli_s2ioc_s2i_usage() {
  # Get completion data
  local curr_word=${COMP_WORDS[COMP_CWORD]}
  local prev_word=${COMP_WORDS[COMP_CWORD-1]}

  local commands=""
  local flag_opts="'-h' '--help'"
  local arg_opts=""

  if [[ "${curr_word}" == -* ]]; then
    COMPREPLY=( $(compgen -W "${flag_opts} ${arg_opts}" -- "${curr_word}") )
  else
    local positionals=""
    local IFS=$'\n'
    COMPREPLY=( $(compgen -W "${commands// /$'\n'}${IFS}${positionals}" -- "${curr_word}") )
  fi
}

# Generates completions for the options and subcommands of the `build` subcommand.
function _picocli_s2ioc_create_build() {
  # Get completion data
  local curr_word=${COMP_WORDS[COMP_CWORD]}
  local prev_word=${COMP_WORDS[COMP_CWORD-1]}

  local commands=""
  local flag_opts="'--allow-missing-template-keys' '--show-managed-fields' '--save-config' '-h' '--help'"
  local arg_opts="'--strategy' '--source-git' '--source-revision' '--context-dir' '--dockerfile-contents' '--dockerfile-path' '--from-image' '--to-image' '--to-image-stream' '--image-optimization-policy' '--env' '--build-loglevel' '-o' '--output' '--template' '--dry-run' '--field-manager' '--validate'"

  type compopt &>/dev/null && compopt +o default

  case ${prev_word} in
    '--strategy')
      return
      ;;
    '--source-git')
      return
      ;;
    '--source-revision')
      return
      ;;
    '--context-dir')
      return
      ;;
    '--dockerfile-contents')
      return
      ;;
    '--dockerfile-path')
      return
      ;;
    '--from-image')
      return
      ;;
    '--to-image')
      return
      ;;
    '--to-image-stream')
      return
      ;;
    '--image-optimization-policy')
      return
      ;;
    '--env')
      return
      ;;
    '--build-loglevel')
      return
      ;;
    '-o'|'--output')
      return
      ;;
    '--template')
      return
      ;;
    '--dry-run')
      return
      ;;
    '--field-manager')
      return
      ;;
    '--validate')
      return
      ;;
  esac

  if [[ "${curr_word}" == -* ]]; then
    COMPREPLY=( $(compgen -W "${flag_opts} ${arg_opts}" -- "${curr_word}") )
  else
    local positionals=""
    local IFS=$'\n'
    COMPREPLY=( $(compgen -W "${commands// /$'\n'}${IFS}${positionals}" -- "${curr_word}") )
  fi
}

# Generates completions for the options and subcommands of the `clusterrole` subcommand.
function _picocli_s2ioc_create_clusterrole() {
  # Get completion data
  local curr_word=${COMP_WORDS[COMP_CWORD]}
  local prev_word=${COMP_WORDS[COMP_CWORD-1]}

  local commands=""
  local flag_opts="'--allow-missing-template-keys' '--show-managed-fields' '--save-config' '-h' '--help'"
  local arg_opts="'--verb' '--resource' '--resource-name' '--non-resource-url' '--aggregation-rule' '-o' '--output' '--template' '--dry-run' '--field-manager' '--validate'"

  type compopt &>/dev/null && compopt +o default

  case ${prev_word} in
    '--verb')
      return
      ;;
    '--resource')
      return
      ;;
    '--resource-name')
      return
      ;;
    '--non-resource-url')
      return
      ;;
    '--aggregation-rule')
      return
      ;;
    '-o'|'--output')
      return
      ;;
    '--template')
      return
      ;;
    '--dry-run')
      return
      ;;
    '--field-manager')
      return
      ;;
    '--validate')
      return
      ;;
  esac

  if [[ "${curr_word}" == -* ]]; then
    COMPREPLY=( $(compgen -W "${flag_opts} ${arg_opts}" -- "${curr_word}") )
  else
    local positionals=""
    local IFS=$'\n'
    COMPREPLY=( $(compgen -W "${commands// /$'\n'}${IFS}${positionals}" -- "${curr_word}") )
  fi
}

# Generates completions for the options and subcommands of the `clusterrolebinding` subcommand.
function _picocli_s2ioc_create_clusterrolebinding() {
  # Get completion data
  local curr_word=${COMP_WORDS[COMP_CWORD]}
  local prev_word=${COMP_WORDS[COMP_CWORD-1]}

  local commands=""
  local flag_opts="'--allow-missing-template-keys' '--show-managed-fields' '--save-config' '-h' '--help'"
  local arg_opts="'--clusterrole' '--group' '--serviceaccount' '-o' '--output' '--template' '--dry-run' '--field-manager' '--validate'"

  type compopt &>/dev/null && compopt +o default

  case ${prev_word} in
    '--clusterrole')
      return
      ;;
    '--group')
      return
      ;;
    '--serviceaccount')
      return
      ;;
    '-o'|'--output')
      return
      ;;
    '--template')
      return
      ;;
    '--dry-run')
      return
      ;;
    '--field-manager')
      return
      ;;
    '--validate')
      return
      ;;
  esac

  if [[ "${curr_word}" == -* ]]; then
    COMPREPLY=( $(compgen -W "${flag_opts} ${arg_opts}" -- "${curr_word}") )
  else
    local positionals=""
    local IFS=$'\n'
    COMPREPLY=( $(compgen -W "${commands// /$'\n'}${IFS}${positionals}" -- "${curr_word}") )
  fi
}

# Generates completions for the options and subcommands of the `configmap` subcommand.
function _picocli_s2ioc_create_configmap() {
  # Get completion data
  local curr_word=${COMP_WORDS[COMP_CWORD]}
  local prev_word=${COMP_WORDS[COMP_CWORD-1]}

  local commands=""
  local flag_opts="'--append-hash' '--allow-missing-template-keys' '--show-managed-fields' '--save-config' '-h' '--help'"
  local arg_opts="'--from-file' '--from-literal' '--from-env-file' '-o' '--output' '--template' '--dry-run' '--field-manager' '--validate'"

  type compopt &>/dev/null && compopt +o default

  case ${prev_word} in
    '--from-file')
      return
      ;;
    '--from-literal')
      return
      ;;
    '--from-env-file')
      return
      ;;
    '-o'|'--output')
      return
      ;;
    '--template')
      return
      ;;
    '--dry-run')
      return
      ;;
    '--field-manager')
      return
      ;;
    '--validate')
      return
      ;;
  esac

  if [[ "${curr_word}" == -* ]]; then
    COMPREPLY=( $(compgen -W "${flag_opts} ${arg_opts}" -- "${curr_word}") )
  else
    local positionals=""
    local IFS=$'\n'
    COMPREPLY=( $(compgen -W "${commands// /$'\n'}${IFS}${positionals}" -- "${curr_word}") )
  fi
}

# Generates completions for the options and subcommands of the `cm` subcommand.
function _picocli_s2ioc_create_cm() {
  # Get completion data
  local curr_word=${COMP_WORDS[COMP_CWORD]}
  local prev_word=${COMP_WORDS[COMP_CWORD-1]}

  local commands=""
  local flag_opts="'--append-hash' '--allow-missing-template-keys' '--show-managed-fields' '--save-config' '-h' '--help'"
  local arg_opts="'--from-file' '--from-literal' '--from-env-file' '-o' '--output' '--template' '--dry-run' '--field-manager' '--validate'"

  type compopt &>/dev/null && compopt +o default

  case ${prev_word} in
    '--from-file')
      return
      ;;
    '--from-literal')
      return
      ;;
    '--from-env-file')
      return
      ;;
    '-o'|'--output')
      return
      ;;
    '--template')
      return
      ;;
    '--dry-run')
      return
      ;;
    '--field-manager')
      return
      ;;
    '--validate')
      return
      ;;
  esac

  if [[ "${curr_word}" == -* ]]; then
    COMPREPLY=( $(compgen -W "${flag_opts} ${arg_opts}" -- "${curr_word}") )
  else
    local positionals=""
    local IFS=$'\n'
    COMPREPLY=( $(compgen -W "${commands// /$'\n'}${IFS}${positionals}" -- "${curr_word}") )
  fi
}

# Generates completions for the options and subcommands of the `cronjob` subcommand.
function _picocli_s2ioc_create_cronjob() {
  # Get completion data
  local curr_word=${COMP_WORDS[COMP_CWORD]}
  local prev_word=${COMP_WORDS[COMP_CWORD-1]}

  local commands=""
  local flag_opts="'--allow-missing-template-keys' '--show-managed-fields' '--save-config' '-h' '--help'"
  local arg_opts="'--image' '--schedule' '--restart' '-o' '--output' '--template' '--dry-run' '--field-manager' '--validate'"

  type compopt &>/dev/null && compopt +o default

  case ${prev_word} in
    '--image')
      return
      ;;
    '--schedule')
      return
      ;;
    '--restart')
      return
      ;;
    '-o'|'--output')
      return
      ;;
    '--template')
      return
      ;;
    '--dry-run')
      return
      ;;
    '--field-manager')
      return
      ;;
    '--validate')
      return
      ;;
  esac

  if [[ "${curr_word}" == -* ]]; then
    COMPREPLY=( $(compgen -W "${flag_opts} ${arg_opts}" -- "${curr_word}") )
  else
    local positionals=""
    local IFS=$'\n'
    COMPREPLY=( $(compgen -W "${commands// /$'\n'}${IFS}${positionals}" -- "${curr_word}") )
  fi
}

# Generates completions for the options and subcommands of the `cj` subcommand.
function _picocli_s2ioc_create_cj() {
  # Get completion data
  local curr_word=${COMP_WORDS[COMP_CWORD]}
  local prev_word=${COMP_WORDS[COMP_CWORD-1]}

  local commands=""
  local flag_opts="'--allow-missing-template-keys' '--show-managed-fields' '--save-config' '-h' '--help'"
  local arg_opts="'--image' '--schedule' '--restart' '-o' '--output' '--template' '--dry-run' '--field-manager' '--validate'"

  type compopt &>/dev/null && compopt +o default

  case ${prev_word} in
    '--image')
      return
      ;;
    '--schedule')
      return
      ;;
    '--restart')
      return
      ;;
    '-o'|'--output')
      return
      ;;
    '--template')
      return
      ;;
    '--dry-run')
      return
      ;;
    '--field-manager')
      return
      ;;
    '--validate')
      return
      ;;
  esac

  if [[ "${curr_word}" == -* ]]; then
    COMPREPLY=( $(compgen -W "${flag_opts} ${arg_opts}" -- "${curr_word}") )
  else
    local positionals=""
    local IFS=$'\n'
    COMPREPLY=( $(compgen -W "${commands// /$'\n'}${IFS}${positionals}" -- "${curr_word}") )
  fi
}

# Generates completions for the options and subcommands of the `deployment` subcommand.
function _picocli_s2ioc_create_deployment() {
  # Get completion data
  local curr_word=${COMP_WORDS[COMP_CWORD]}
  local prev_word=${COMP_WORDS[COMP_CWORD-1]}

  local commands=""
  local flag_opts="'--allow-missing-template-keys' '--show-managed-fields' '--save-config' '-h' '--help'"
  local arg_opts="'--image' '--port' '-r' '--replicas' '-o' '--output' '--template' '--dry-run' '--field-manager' '--validate'"

  type compopt &>/dev/null && compopt +o default

  case ${prev_word} in
    '--image')
      return
      ;;
    '--port')
      return
      ;;
    '-r'|'--replicas')
      return
      ;;
    '-o'|'--output')
      return
      ;;
    '--template')
      return
      ;;
    '--dry-run')
      return
      ;;
    '--field-manager')
      return
      ;;
    '--validate')
      return
      ;;
  esac

  if [[ "${curr_word}" == -* ]]; then
    COMPREPLY=( $(compgen -W "${flag_opts} ${arg_opts}" -- "${curr_word}") )
  else
    local positionals=""
    local IFS=$'\n'
    COMPREPLY=( $(compgen -W "${commands// /$'\n'}${IFS}${positionals}" -- "${curr_word}") )
  fi
}

# Generates completions for the options and subcommands of the `deploy` subcommand.
function _picocli_s2ioc_create_deploy() {
  # Get completion data
  local curr_word=${COMP_WORDS[COMP_CWORD]}
  local prev_word=${COMP_WORDS[COMP_CWORD-1]}

  local commands=""
  local flag_opts="'--allow-missing-template-keys' '--show-managed-fields' '--save-config' '-h' '--help'"
  local arg_opts="'--image' '--port' '-r' '--replicas' '-o' '--output' '--template' '--dry-run' '--field-manager' '--validate'"

  type compopt &>/dev/null && compopt +o default

  case ${prev_word} in
    '--image')
      return
      ;;
    '--port')
      return
      ;;
    '-r'|'--replicas')
      return
      ;;
    '-o'|'--output')
      return
      ;;
    '--template')
      return
      ;;
    '--dry-run')
      return
      ;;
    '--field-manager')
      return
      ;;
    '--validate')
      return
      ;;
  esac

  if [[ "${curr_word}" == -* ]]; then
    COMPREPLY=( $(compgen -W "${flag_opts} ${arg_opts}" -- "${curr_word}") )
  else
    local positionals=""
    local IFS=$'\n'
    COMPREPLY=( $(compgen -W "${commands// /$'\n'}${IFS}${positionals}" -- "${curr_word}") )
  fi
}

# Generates completions for the options and subcommands of the `deploymentconfig` subcommand.
function _picocli_s2ioc_create_deploymentconfig() {
  # Get completion data
  local curr_word=${COMP_WORDS[COMP_CWORD]}
  local prev_word=${COMP_WORDS[COMP_CWORD-1]}

  local commands=""
  local flag_opts="'--allow-missing-template-keys' '--show-managed-fields' '--save-config' '-h' '--help'"
  local arg_opts="'--image' '-o' '--output' '--template' '--dry-run' '--field-manager' '--validate'"

  type compopt &>/dev/null && compopt +o default

  case ${prev_word} in
    '--image')
      return
      ;;
    '-o'|'--output')
      return
      ;;
    '--template')
      return
      ;;
    '--dry-run')
      return
      ;;
    '--field-manager')
      return
      ;;
    '--validate')
      return
      ;;
  esac

  if [[ "${curr_word}" == -* ]]; then
    COMPREPLY=( $(compgen -W "${flag_opts} ${arg_opts}" -- "${curr_word}") )
  else
    local positionals=""
    local IFS=$'\n'
    COMPREPLY=( $(compgen -W "${commands// /$'\n'}${IFS}${positionals}" -- "${curr_word}") )
  fi
}

# Generates completions for the options and subcommands of the `dc` subcommand.
function _picocli_s2ioc_create_dc() {
  # Get completion data
  local curr_word=${COMP_WORDS[COMP_CWORD]}
  local prev_word=${COMP_WORDS[COMP_CWORD-1]}

  local commands=""
  local flag_opts="'--allow-missing-template-keys' '--show-managed-fields' '--save-config' '-h' '--help'"
  local arg_opts="'--image' '-o' '--output' '--template' '--dry-run' '--field-manager' '--validate'"

  type compopt &>/dev/null && compopt +o default

  case ${prev_word} in
    '--image')
      return
      ;;
    '-o'|'--output')
      return
      ;;
    '--template')
      return
      ;;
    '--dry-run')
      return
      ;;
    '--field-manager')
      return
      ;;
    '--validate')
      return
      ;;
  esac

  if [[ "${curr_word}" == -* ]]; then
    COMPREPLY=( $(compgen -W "${flag_opts} ${arg_opts}" -- "${curr_word}") )
  else
    local positionals=""
    local IFS=$'\n'
    COMPREPLY=( $(compgen -W "${commands// /$'\n'}${IFS}${positionals}" -- "${curr_word}") )
  fi
}

# Generates completions for the options and subcommands of the `imagestream` subcommand.
function _picocli_s2ioc_create_imagestream() {
  # Get completion data
  local curr_word=${COMP_WORDS[COMP_CWORD]}
  local prev_word=${COMP_WORDS[COMP_CWORD-1]}

  local commands=""
  local flag_opts="'--lookup-local' '--allow-missing-template-keys' '--show-managed-fields' '--save-config' '-h' '--help'"
  local arg_opts="'-o' '--output' '--template' '--dry-run' '--field-manager' '--validate'"

  type compopt &>/dev/null && compopt +o default

  case ${prev_word} in
    '-o'|'--output')
      return
      ;;
    '--template')
      return
      ;;
    '--dry-run')
      return
      ;;
    '--field-manager')
      return
      ;;
    '--validate')
      return
      ;;
  esac

  if [[ "${curr_word}" == -* ]]; then
    COMPREPLY=( $(compgen -W "${flag_opts} ${arg_opts}" -- "${curr_word}") )
  else
    local positionals=""
    local IFS=$'\n'
    COMPREPLY=( $(compgen -W "${commands// /$'\n'}${IFS}${positionals}" -- "${curr_word}") )
  fi
}

# Generates completions for the options and subcommands of the `is` subcommand.
function _picocli_s2ioc_create_is() {
  # Get completion data
  local curr_word=${COMP_WORDS[COMP_CWORD]}
  local prev_word=${COMP_WORDS[COMP_CWORD-1]}

  local commands=""
  local flag_opts="'--lookup-local' '--allow-missing-template-keys' '--show-managed-fields' '--save-config' '-h' '--help'"
  local arg_opts="'-o' '--output' '--template' '--dry-run' '--field-manager' '--validate'"

  type compopt &>/dev/null && compopt +o default

  case ${prev_word} in
    '-o'|'--output')
      return
      ;;
    '--template')
      return
      ;;
    '--dry-run')
      return
      ;;
    '--field-manager')
      return
      ;;
    '--validate')
      return
      ;;
  esac

  if [[ "${curr_word}" == -* ]]; then
    COMPREPLY=( $(compgen -W "${flag_opts} ${arg_opts}" -- "${curr_word}") )
  else
    local positionals=""
    local IFS=$'\n'
    COMPREPLY=( $(compgen -W "${commands// /$'\n'}${IFS}${positionals}" -- "${curr_word}") )
  fi
}

# Generates completions for the options and subcommands of the `imagestreamtag` subcommand.
function _picocli_s2ioc_create_imagestreamtag() {
  # Get completion data
  local curr_word=${COMP_WORDS[COMP_CWORD]}
  local prev_word=${COMP_WORDS[COMP_CWORD-1]}

  local commands=""
  local flag_opts="'--insecure' '--reference' '--scheduled' '--allow-missing-template-keys' '--show-managed-fields' '--save-config' '-h' '--help'"
  local arg_opts="'--from' '--from-image' '-A' '--annotation' '--reference-policy' '-o' '--output' '--template' '--dry-run' '--field-manager' '--validate'"

  type compopt &>/dev/null && compopt +o default

  case ${prev_word} in
    '--from')
      return
      ;;
    '--from-image')
      return
      ;;
    '-A'|'--annotation')
      return
      ;;
    '--reference-policy')
      return
      ;;
    '-o'|'--output')
      return
      ;;
    '--template')
      return
      ;;
    '--dry-run')
      return
      ;;
    '--field-manager')
      return
      ;;
    '--validate')
      return
      ;;
  esac

  if [[ "${curr_word}" == -* ]]; then
    COMPREPLY=( $(compgen -W "${flag_opts} ${arg_opts}" -- "${curr_word}") )
  else
    local positionals=""
    local IFS=$'\n'
    COMPREPLY=( $(compgen -W "${commands// /$'\n'}${IFS}${positionals}" -- "${curr_word}") )
  fi
}

# Generates completions for the options and subcommands of the `istag` subcommand.
function _picocli_s2ioc_create_istag() {
  # Get completion data
  local curr_word=${COMP_WORDS[COMP_CWORD]}
  local prev_word=${COMP_WORDS[COMP_CWORD-1]}

  local commands=""
  local flag_opts="'--insecure' '--reference' '--scheduled' '--allow-missing-template-keys' '--show-managed-fields' '--save-config' '-h' '--help'"
  local arg_opts="'--from' '--from-image' '-A' '--annotation' '--reference-policy' '-o' '--output' '--template' '--dry-run' '--field-manager' '--validate'"

  type compopt &>/dev/null && compopt +o default

  case ${prev_word} in
    '--from')
      return
      ;;
    '--from-image')
      return
      ;;
    '-A'|'--annotation')
      return
      ;;
    '--reference-policy')
      return
      ;;
    '-o'|'--output')
      return
      ;;
    '--template')
      return
      ;;
    '--dry-run')
      return
      ;;
    '--field-manager')
      return
      ;;
    '--validate')
      return
      ;;
  esac

  if [[ "${curr_word}" == -* ]]; then
    COMPREPLY=( $(compgen -W "${flag_opts} ${arg_opts}" -- "${curr_word}") )
  else
    local positionals=""
    local IFS=$'\n'
    COMPREPLY=( $(compgen -W "${commands// /$'\n'}${IFS}${positionals}" -- "${curr_word}") )
  fi
}

# Generates completions for the options and subcommands of the `ingress` subcommand.
function _picocli_s2ioc_create_ingress() {
  # Get completion data
  local curr_word=${COMP_WORDS[COMP_CWORD]}
  local prev_word=${COMP_WORDS[COMP_CWORD-1]}

  local commands=""
  local flag_opts="'--allow-missing-template-keys' '--show-managed-fields' '--save-config' '-h' '--help'"
  local arg_opts="'--rule' '--default-backend' '--class' '--annotation' '-o' '--output' '--template' '--dry-run' '--field-manager' '--validate'"

  type compopt &>/dev/null && compopt +o default

  case ${prev_word} in
    '--rule')
      return
      ;;
    '--default-backend')
      return
      ;;
    '--class')
      return
      ;;
    '--annotation')
      return
      ;;
    '-o'|'--output')
      return
      ;;
    '--template')
      return
      ;;
    '--dry-run')
      return
      ;;
    '--field-manager')
      return
      ;;
    '--validate')
      return
      ;;
  esac

  if [[ "${curr_word}" == -* ]]; then
    COMPREPLY=( $(compgen -W "${flag_opts} ${arg_opts}" -- "${curr_word}") )
  else
    local positionals=""
    local IFS=$'\n'
    COMPREPLY=( $(compgen -W "${commands// /$'\n'}${IFS}${positionals}" -- "${curr_word}") )
  fi
}

# Generates completions for the options and subcommands of the `ing` subcommand.
function _picocli_s2ioc_create_ing() {
  # Get completion data
  local curr_word=${COMP_WORDS[COMP_CWORD]}
  local prev_word=${COMP_WORDS[COMP_CWORD-1]}

  local commands=""
  local flag_opts="'--allow-missing-template-keys' '--show-managed-fields' '--save-config' '-h' '--help'"
  local arg_opts="'--rule' '--default-backend' '--class' '--annotation' '-o' '--output' '--template' '--dry-run' '--field-manager' '--validate'"

  type compopt &>/dev/null && compopt +o default

  case ${prev_word} in
    '--rule')
      return
      ;;
    '--default-backend')
      return
      ;;
    '--class')
      return
      ;;
    '--annotation')
      return
      ;;
    '-o'|'--output')
      return
      ;;
    '--template')
      return
      ;;
    '--dry-run')
      return
      ;;
    '--field-manager')
      return
      ;;
    '--validate')
      return
      ;;
  esac

  if [[ "${curr_word}" == -* ]]; then
    COMPREPLY=( $(compgen -W "${flag_opts} ${arg_opts}" -- "${curr_word}") )
  else
    local positionals=""
    local IFS=$'\n'
    COMPREPLY=( $(compgen -W "${commands// /$'\n'}${IFS}${positionals}" -- "${curr_word}") )
  fi
}

# Generates completions for the options and subcommands of the `job` subcommand.
function _picocli_s2ioc_create_job() {
  # Get completion data
  local curr_word=${COMP_WORDS[COMP_CWORD]}
  local prev_word=${COMP_WORDS[COMP_CWORD-1]}

  local commands=""
  local flag_opts="'--allow-missing-template-keys' '--show-managed-fields' '--save-config' '-h' '--help'"
  local arg_opts="'--image' '--from' '-o' '--output' '--template' '--dry-run' '--field-manager' '--validate'"

  type compopt &>/dev/null && compopt +o default

  case ${prev_word} in
    '--image')
      return
      ;;
    '--from')
      return
      ;;
    '-o'|'--output')
      return
      ;;
    '--template')
      return
      ;;
    '--dry-run')
      return
      ;;
    '--field-manager')
      return
      ;;
    '--validate')
      return
      ;;
  esac

  if [[ "${curr_word}" == -* ]]; then
    COMPREPLY=( $(compgen -W "${flag_opts} ${arg_opts}" -- "${curr_word}") )
  else
    local positionals=""
    local IFS=$'\n'
    COMPREPLY=( $(compgen -W "${commands// /$'\n'}${IFS}${positionals}" -- "${curr_word}") )
  fi
}

# Generates completions for the options and subcommands of the `namespace` subcommand.
function _picocli_s2ioc_create_namespace() {
  # Get completion data
  local curr_word=${COMP_WORDS[COMP_CWORD]}
  local prev_word=${COMP_WORDS[COMP_CWORD-1]}

  local commands=""
  local flag_opts="'--allow-missing-template-keys' '--show-managed-fields' '--save-config' '-h' '--help'"
  local arg_opts="'-o' '--output' '--template' '--dry-run' '--field-manager' '--validate'"

  type compopt &>/dev/null && compopt +o default

  case ${prev_word} in
    '-o'|'--output')
      return
      ;;
    '--template')
      return
      ;;
    '--dry-run')
      return
      ;;
    '--field-manager')
      return
      ;;
    '--validate')
      return
      ;;
  esac

  if [[ "${curr_word}" == -* ]]; then
    COMPREPLY=( $(compgen -W "${flag_opts} ${arg_opts}" -- "${curr_word}") )
  else
    local positionals=""
    local IFS=$'\n'
    COMPREPLY=( $(compgen -W "${commands// /$'\n'}${IFS}${positionals}" -- "${curr_word}") )
  fi
}

# Generates completions for the options and subcommands of the `ns` subcommand.
function _picocli_s2ioc_create_ns() {
  # Get completion data
  local curr_word=${COMP_WORDS[COMP_CWORD]}
  local prev_word=${COMP_WORDS[COMP_CWORD-1]}

  local commands=""
  local flag_opts="'--allow-missing-template-keys' '--show-managed-fields' '--save-config' '-h' '--help'"
  local arg_opts="'-o' '--output' '--template' '--dry-run' '--field-manager' '--validate'"

  type compopt &>/dev/null && compopt +o default

  case ${prev_word} in
    '-o'|'--output')
      return
      ;;
    '--template')
      return
      ;;
    '--dry-run')
      return
      ;;
    '--field-manager')
      return
      ;;
    '--validate')
      return
      ;;
  esac

  if [[ "${curr_word}" == -* ]]; then
    COMPREPLY=( $(compgen -W "${flag_opts} ${arg_opts}" -- "${curr_word}") )
  else
    local positionals=""
    local IFS=$'\n'
    COMPREPLY=( $(compgen -W "${commands// /$'\n'}${IFS}${positionals}" -- "${curr_word}") )
  fi
}

# Generates completions for the options and subcommands of the `poddisruptionbudget` subcommand.
function _picocli_s2ioc_create_poddisruptionbudget() {
  # Get completion data
  local curr_word=${COMP_WORDS[COMP_CWORD]}
  local prev_word=${COMP_WORDS[COMP_CWORD-1]}

  local commands=""
  local flag_opts="'--allow-missing-template-keys' '--show-managed-fields' '--save-config' '-h' '--help'"
  local arg_opts="'--selector' '--min-available' '--max-unavailable' '-o' '--output' '--template' '--dry-run' '--field-manager' '--validate'"

  type compopt &>/dev/null && compopt +o default

  case ${prev_word} in
    '--selector')
      return
      ;;
    '--min-available')
      return
      ;;
    '--max-unavailable')
      return
      ;;
    '-o'|'--output')
      return
      ;;
    '--template')
      return
      ;;
    '--dry-run')
      return
      ;;
    '--field-manager')
      return
      ;;
    '--validate')
      return
      ;;
  esac

  if [[ "${curr_word}" == -* ]]; then
    COMPREPLY=( $(compgen -W "${flag_opts} ${arg_opts}" -- "${curr_word}") )
  else
    local positionals=""
    local IFS=$'\n'
    COMPREPLY=( $(compgen -W "${commands// /$'\n'}${IFS}${positionals}" -- "${curr_word}") )
  fi
}

# Generates completions for the options and subcommands of the `pdb` subcommand.
function _picocli_s2ioc_create_pdb() {
  # Get completion data
  local curr_word=${COMP_WORDS[COMP_CWORD]}
  local prev_word=${COMP_WORDS[COMP_CWORD-1]}

  local commands=""
  local flag_opts="'--allow-missing-template-keys' '--show-managed-fields' '--save-config' '-h' '--help'"
  local arg_opts="'--selector' '--min-available' '--max-unavailable' '-o' '--output' '--template' '--dry-run' '--field-manager' '--validate'"

  type compopt &>/dev/null && compopt +o default

  case ${prev_word} in
    '--selector')
      return
      ;;
    '--min-available')
      return
      ;;
    '--max-unavailable')
      return
      ;;
    '-o'|'--output')
      return
      ;;
    '--template')
      return
      ;;
    '--dry-run')
      return
      ;;
    '--field-manager')
      return
      ;;
    '--validate')
      return
      ;;
  esac

  if [[ "${curr_word}" == -* ]]; then
    COMPREPLY=( $(compgen -W "${flag_opts} ${arg_opts}" -- "${curr_word}") )
  else
    local positionals=""
    local IFS=$'\n'
    COMPREPLY=( $(compgen -W "${commands// /$'\n'}${IFS}${positionals}" -- "${curr_word}") )
  fi
}

# Generates completions for the options and subcommands of the `priorityclass` subcommand.
function _picocli_s2ioc_create_priorityclass() {
  # Get completion data
  local curr_word=${COMP_WORDS[COMP_CWORD]}
  local prev_word=${COMP_WORDS[COMP_CWORD-1]}

  local commands=""
  local flag_opts="'--global-default' '--allow-missing-template-keys' '--show-managed-fields' '--save-config' '-h' '--help'"
  local arg_opts="'--value' '--description' '--preemption-policy' '-o' '--output' '--template' '--dry-run' '--field-manager' '--validate'"

  type compopt &>/dev/null && compopt +o default

  case ${prev_word} in
    '--value')
      return
      ;;
    '--description')
      return
      ;;
    '--preemption-policy')
      return
      ;;
    '-o'|'--output')
      return
      ;;
    '--template')
      return
      ;;
    '--dry-run')
      return
      ;;
    '--field-manager')
      return
      ;;
    '--validate')
      return
      ;;
  esac

  if [[ "${curr_word}" == -* ]]; then
    COMPREPLY=( $(compgen -W "${flag_opts} ${arg_opts}" -- "${curr_word}") )
  else
    local positionals=""
    local IFS=$'\n'
    COMPREPLY=( $(compgen -W "${commands// /$'\n'}${IFS}${positionals}" -- "${curr_word}") )
  fi
}

# Generates completions for the options and subcommands of the `pc` subcommand.
function _picocli_s2ioc_create_pc() {
  # Get completion data
  local curr_word=${COMP_WORDS[COMP_CWORD]}
  local prev_word=${COMP_WORDS[COMP_CWORD-1]}

  local commands=""
  local flag_opts="'--global-default' '--allow-missing-template-keys' '--show-managed-fields' '--save-config' '-h' '--help'"
  local arg_opts="'--value' '--description' '--preemption-policy' '-o' '--output' '--template' '--dry-run' '--field-manager' '--validate'"

  type compopt &>/dev/null && compopt +o default

  case ${prev_word} in
    '--value')
      return
      ;;
    '--description')
      return
      ;;
    '--preemption-policy')
      return
      ;;
    '-o'|'--output')
      return
      ;;
    '--template')
      return
      ;;
    '--dry-run')
      return
      ;;
    '--field-manager')
      return
      ;;
    '--validate')
      return
      ;;
  esac

  if [[ "${curr_word}" == -* ]]; then
    COMPREPLY=( $(compgen -W "${flag_opts} ${arg_opts}" -- "${curr_word}") )
  else
    local positionals=""
    local IFS=$'\n'
    COMPREPLY=( $(compgen -W "${commands// /$'\n'}${IFS}${positionals}" -- "${curr_word}") )
  fi
}

# Generates completions for the options and subcommands of the `quota` subcommand.
function _picocli_s2ioc_create_quota() {
  # Get completion data
  local curr_word=${COMP_WORDS[COMP_CWORD]}
  local prev_word=${COMP_WORDS[COMP_CWORD-1]}

  local commands=""
  local flag_opts="'--allow-missing-template-keys' '--show-managed-fields' '--save-config' '-h' '--help'"
  local arg_opts="'--hard' '--scopes' '-o' '--output' '--template' '--dry-run' '--field-manager' '--validate'"

  type compopt &>/dev/null && compopt +o default

  case ${prev_word} in
    '--hard')
      return
      ;;
    '--scopes')
      return
      ;;
    '-o'|'--output')
      return
      ;;
    '--template')
      return
      ;;
    '--dry-run')
      return
      ;;
    '--field-manager')
      return
      ;;
    '--validate')
      return
      ;;
  esac

  if [[ "${curr_word}" == -* ]]; then
    COMPREPLY=( $(compgen -W "${flag_opts} ${arg_opts}" -- "${curr_word}") )
  else
    local positionals=""
    local IFS=$'\n'
    COMPREPLY=( $(compgen -W "${commands// /$'\n'}${IFS}${positionals}" -- "${curr_word}") )
  fi
}

# Generates completions for the options and subcommands of the `resourcequota` subcommand.
function _picocli_s2ioc_create_resourcequota() {
  # Get completion data
  local curr_word=${COMP_WORDS[COMP_CWORD]}
  local prev_word=${COMP_WORDS[COMP_CWORD-1]}

  local commands=""
  local flag_opts="'--allow-missing-template-keys' '--show-managed-fields' '--save-config' '-h' '--help'"
  local arg_opts="'--hard' '--scopes' '-o' '--output' '--template' '--dry-run' '--field-manager' '--validate'"

  type compopt &>/dev/null && compopt +o default

  case ${prev_word} in
    '--hard')
      return
      ;;
    '--scopes')
      return
      ;;
    '-o'|'--output')
      return
      ;;
    '--template')
      return
      ;;
    '--dry-run')
      return
      ;;
    '--field-manager')
      return
      ;;
    '--validate')
      return
      ;;
  esac

  if [[ "${curr_word}" == -* ]]; then
    COMPREPLY=( $(compgen -W "${flag_opts} ${arg_opts}" -- "${curr_word}") )
  else
    local positionals=""
    local IFS=$'\n'
    COMPREPLY=( $(compgen -W "${commands// /$'\n'}${IFS}${positionals}" -- "${curr_word}") )
  fi
}

# Generates completions for the options and subcommands of the `role` subcommand.
function _picocli_s2ioc_create_role() {
  # Get completion data
  local curr_word=${COMP_WORDS[COMP_CWORD]}
  local prev_word=${COMP_WORDS[COMP_CWORD-1]}

  local commands=""
  local flag_opts="'--allow-missing-template-keys' '--show-managed-fields' '--save-config' '-h' '--help'"
  local arg_opts="'--verb' '--resource' '--resource-name' '-o' '--output' '--template' '--dry-run' '--field-manager' '--validate'"

  type compopt &>/dev/null && compopt +o default

  case ${prev_word} in
    '--verb')
      return
      ;;
    '--resource')
      return
      ;;
    '--resource-name')
      return
      ;;
    '-o'|'--output')
      return
      ;;
    '--template')
      return
      ;;
    '--dry-run')
      return
      ;;
    '--field-manager')
      return
      ;;
    '--validate')
      return
      ;;
  esac

  if [[ "${curr_word}" == -* ]]; then
    COMPREPLY=( $(compgen -W "${flag_opts} ${arg_opts}" -- "${curr_word}") )
  else
    local positionals=""
    local IFS=$'\n'
    COMPREPLY=( $(compgen -W "${commands// /$'\n'}${IFS}${positionals}" -- "${curr_word}") )
  fi
}

# Generates completions for the options and subcommands of the `rolebinding` subcommand.
function _picocli_s2ioc_create_rolebinding() {
  # Get completion data
  local curr_word=${COMP_WORDS[COMP_CWORD]}
  local prev_word=${COMP_WORDS[COMP_CWORD-1]}

  local commands=""
  local flag_opts="'--allow-missing-template-keys' '--show-managed-fields' '--save-config' '-h' '--help'"
  local arg_opts="'--role' '--clusterrole' '--group' '--serviceaccount' '-o' '--output' '--template' '--dry-run' '--field-manager' '--validate'"

  type compopt &>/dev/null && compopt +o default

  case ${prev_word} in
    '--role')
      return
      ;;
    '--clusterrole')
      return
      ;;
    '--group')
      return
      ;;
    '--serviceaccount')
      return
      ;;
    '-o'|'--output')
      return
      ;;
    '--template')
      return
      ;;
    '--dry-run')
      return
      ;;
    '--field-manager')
      return
      ;;
    '--validate')
      return
      ;;
  esac

  if [[ "${curr_word}" == -* ]]; then
    COMPREPLY=( $(compgen -W "${flag_opts} ${arg_opts}" -- "${curr_word}") )
  else
    local positionals=""
    local IFS=$'\n'
    COMPREPLY=( $(compgen -W "${commands// /$'\n'}${IFS}${positionals}" -- "${curr_word}") )
  fi
}

# Generates completions for the options and subcommands of the `route` subcommand.
function _picocli_s2ioc_create_route() {
  # Get completion data
  local curr_word=${COMP_WORDS[COMP_CWORD]}
  local prev_word=${COMP_WORDS[COMP_CWORD-1]}

  local commands="edge passthrough reencrypt"
  local flag_opts="'-h' '--help'"
  local arg_opts=""

  if [[ "${curr_word}" == -* ]]; then
    COMPREPLY=( $(compgen -W "${flag_opts} ${arg_opts}" -- "${curr_word}") )
  else
    local positionals=""
    local IFS=$'\n'
    COMPREPLY=( $(compgen -W "${commands// /$'\n'}${IFS}${positionals}" -- "${curr_word}") )
  fi
}

# Generates completions for the options and subcommands of the `secret` subcommand.
function _picocli_s2ioc_create_secret() {
  # Get completion data
  local curr_word=${COMP_WORDS[COMP_CWORD]}
  local prev_word=${COMP_WORDS[COMP_CWORD-1]}

  local commands="generic docker-registry tls"
  local flag_opts="'-h' '--help'"
  local arg_opts=""

  if [[ "${curr_word}" == -* ]]; then
    COMPREPLY=( $(compgen -W "${flag_opts} ${arg_opts}" -- "${curr_word}") )
  else
    local positionals=""
    local IFS=$'\n'
    COMPREPLY=( $(compgen -W "${commands// /$'\n'}${IFS}${positionals}" -- "${curr_word}") )
  fi
}

# Generates completions for the options and subcommands of the `service` subcommand.
function _picocli_s2ioc_create_service() {
  # Get completion data
  local curr_word=${COMP_WORDS[COMP_CWORD]}
  local prev_word=${COMP_WORDS[COMP_CWORD-1]}

  local commands="clusterip nodeport loadbalancer externalname"
  local flag_opts="'-h' '--help'"
  local arg_opts=""

  if [[ "${curr_word}" == -* ]]; then
    COMPREPLY=( $(compgen -W "${flag_opts} ${arg_opts}" -- "${curr_word}") )
  else
    local positionals=""
    local IFS=$'\n'
    COMPREPLY=( $(compgen -W "${commands// /$'\n'}${IFS}${positionals}" -- "${curr_word}") )
  fi
}

# Generates completions for the options and subcommands of the `svc` subcommand.
function _picocli_s2ioc_create_svc() {
  # Get completion data
  local curr_word=${COMP_WORDS[COMP_CWORD]}
  local prev_word=${COMP_WORDS[COMP_CWORD-1]}

  local commands="clusterip nodeport loadbalancer externalname"
  local flag_opts="'-h' '--help'"
  local arg_opts=""

  if [[ "${curr_word}" == -* ]]; then
    COMPREPLY=( $(compgen -W "${flag_opts} ${arg_opts}" -- "${curr_word}") )
  else
    local positionals=""
    local IFS=$'\n'
    COMPREPLY=( $(compgen -W "${commands// /$'\n'}${IFS}${positionals}" -- "${curr_word}") )
  fi
}

# Generates completions for the options and subcommands of the `serviceaccount` subcommand.
function _picocli_s2ioc_create_serviceaccount() {
  # Get completion data
  local curr_word=${COMP_WORDS[COMP_CWORD]}
  local prev_word=${COMP_WORDS[COMP_CWORD-1]}

  local commands=""
  local flag_opts="'--allow-missing-template-keys' '--show-managed-fields' '--save-config' '-h' '--help'"
  local arg_opts="'-o' '--output' '--template' '--dry-run' '--field-manager' '--validate'"

  type compopt &>/dev/null && compopt +o default

  case ${prev_word} in
    '-o'|'--output')
      return
      ;;
    '--template')
      return
      ;;
    '--dry-run')
      return
      ;;
    '--field-manager')
      return
      ;;
    '--validate')
      return
      ;;
  esac

  if [[ "${curr_word}" == -* ]]; then
    COMPREPLY=( $(compgen -W "${flag_opts} ${arg_opts}" -- "${curr_word}") )
  else
    local positionals=""
    local IFS=$'\n'
    COMPREPLY=( $(compgen -W "${commands// /$'\n'}${IFS}${positionals}" -- "${curr_word}") )
  fi
}

# Generates completions for the options and subcommands of the `sa` subcommand.
function _picocli_s2ioc_create_sa() {
  # Get completion data
  local curr_word=${COMP_WORDS[COMP_CWORD]}
  local prev_word=${COMP_WORDS[COMP_CWORD-1]}

  local commands=""
  local flag_opts="'--allow-missing-template-keys' '--show-managed-fields' '--save-config' '-h' '--help'"
  local arg_opts="'-o' '--output' '--template' '--dry-run' '--field-manager' '--validate'"

  type compopt &>/dev/null && compopt +o default

  case ${prev_word} in
    '-o'|'--output')
      return
      ;;
    '--template')
      return
      ;;
    '--dry-run')
      return
      ;;
    '--field-manager')
      return
      ;;
    '--validate')
      return
      ;;
  esac

  if [[ "${curr_word}" == -* ]]; then
    COMPREPLY=( $(compgen -W "${flag_opts} ${arg_opts}" -- "${curr_word}") )
  else
    local positionals=""
    local IFS=$'\n'
    COMPREPLY=( $(compgen -W "${commands// /$'\n'}${IFS}${positionals}" -- "${curr_word}") )
  fi
}

# Generates completions for the options and subcommands of the `token` subcommand.
function _picocli_s2ioc_create_token() {
  # Get completion data
  local curr_word=${COMP_WORDS[COMP_CWORD]}
  local prev_word=${COMP_WORDS[COMP_CWORD-1]}

  local commands=""
  local flag_opts="'--allow-missing-template-keys' '--show-managed-fields' '-h' '--help'"
  local arg_opts="'--duration' '--audience' '--bound-object-kind' '--bound-object-name' '--bound-object-uid' '-o' '--output' '--template'"

  type compopt &>/dev/null && compopt +o default

  case ${prev_word} in
    '--duration')
      return
      ;;
    '--audience')
      return
      ;;
    '--bound-object-kind')
      return
      ;;
    '--bound-object-name')
      return
      ;;
    '--bound-object-uid')
      return
      ;;
    '-o'|'--output')
      return
      ;;
    '--template')
      return
      ;;
  esac

  if [[ "${curr_word}" == -* ]]; then
    COMPREPLY=( $(compgen -W "${flag_opts} ${arg_opts}" -- "${curr_word}") )
  else
    local positionals=""
    local IFS=$'\n'
    COMPREPLY=( $(compgen -W "${commands// /$'\n'}${IFS}${positionals}" -- "${curr_word}") )
  fi
}

# Generates completions for the options and subcommands of the `edge` subcommand.
function _picocli_s2ioc_create_route_edge() {
  # Get completion data
  local curr_word=${COMP_WORDS[COMP_CWORD]}
  local prev_word=${COMP_WORDS[COMP_CWORD-1]}

  local commands=""
  local flag_opts="'--allow-missing-template-keys' '--show-managed-fields' '--save-config' '-h' '--help'"
  local arg_opts="'--service' '--hostname' '--port' '--insecure-policy' '--wildcard-policy' '-o' '--output' '--template' '--dry-run' '--field-manager' '--validate' '--path' '--cert' '--key' '--ca-cert'"

  type compopt &>/dev/null && compopt +o default

  case ${prev_word} in
    '--service')
      return
      ;;
    '--hostname')
      return
      ;;
    '--port')
      return
      ;;
    '--insecure-policy')
      return
      ;;
    '--wildcard-policy')
      return
      ;;
    '-o'|'--output')
      return
      ;;
    '--template')
      return
      ;;
    '--dry-run')
      return
      ;;
    '--field-manager')
      return
      ;;
    '--validate')
      return
      ;;
    '--path')
      return
      ;;
    '--cert')
      return
      ;;
    '--key')
      return
      ;;
    '--ca-cert')
      return
      ;;
  esac

  if [[ "${curr_word}" == -* ]]; then
    COMPREPLY=( $(compgen -W "${flag_opts} ${arg_opts}" -- "${curr_word}") )
  else
    local positionals=""
    local IFS=$'\n'
    COMPREPLY=( $(compgen -W "${commands// /$'\n'}${IFS}${positionals}" -- "${curr_word}") )
  fi
}

# Generates completions for the options and subcommands of the `passthrough` subcommand.
function _picocli_s2ioc_create_route_passthrough() {
  # Get completion data
  local curr_word=${COMP_WORDS[COMP_CWORD]}
  local prev_word=${COMP_WORDS[COMP_CWORD-1]}

  local commands=""
  local flag_opts="'--allow-missing-template-keys' '--show-managed-fields' '--save-config' '-h' '--help'"
  local arg_opts="'--service' '--hostname' '--port' '--insecure-policy' '--wildcard-policy' '-o' '--output' '--template' '--dry-run' '--field-manager' '--validate'"

  type compopt &>/dev/null && compopt +o default

  case ${prev_word} in
    '--service')
      return
      ;;
    '--hostname')
      return
      ;;
    '--port')
      return
      ;;
    '--insecure-policy')
      return
      ;;
    '--wildcard-policy')
      return
      ;;
    '-o'|'--output')
      return
      ;;
    '--template')
      return
      ;;
    '--dry-run')
      return
      ;;
    '--field-manager')
      return
      ;;
    '--validate')
      return
      ;;
  esac

  if [[ "${curr_word}" == -* ]]; then
    COMPREPLY=( $(compgen -W "${flag_opts} ${arg_opts}" -- "${curr_word}") )
  else
    local positionals=""
    local IFS=$'\n'
    COMPREPLY=( $(compgen -W "${commands// /$'\n'}${IFS}${positionals}" -- "${curr_word}") )
  fi
}

# Generates completions for the options and subcommands of the `reencrypt` subcommand.
function _picocli_s2ioc_create_route_reencrypt() {
  # Get completion data
  local curr_word=${COMP_WORDS[COMP_CWORD]}
  local prev_word=${COMP_WORDS[COMP_CWORD-1]}

  local commands=""
  local flag_opts="'--allow-missing-template-keys' '--show-managed-fields' '--save-config' '-h' '--help'"
  local arg_opts="'--service' '--hostname' '--port' '--insecure-policy' '--wildcard-policy' '-o' '--output' '--template' '--dry-run' '--field-manager' '--validate' '--path' '--cert' '--key' '--ca-cert' '--dest-ca-cert'"

  type compopt &>/dev/null && compopt +o default

  case ${prev_word} in
    '--service')
      return
      ;;
    '--hostname')
      return
      ;;
    '--port')
      return
      ;;
    '--insecure-policy')
      return
      ;;
    '--wildcard-policy')
      return
      ;;
    '-o'|'--output')
      return
      ;;
    '--template')
      return
      ;;
    '--dry-run')
      return
      ;;
    '--field-manager')
      return
      ;;
    '--validate')
      return
      ;;
    '--path')
      return
      ;;
    '--cert')
      return
      ;;
    '--key')
      return
      ;;
    '--ca-cert')
      return
      ;;
    '--dest-ca-cert')
      return
      ;;
  esac

  if [[ "${curr_word}" == -* ]]; then
    COMPREPLY=( $(compgen -W "${flag_opts} ${arg_opts}" -- "${curr_word}") )
  else
    local positionals=""
    local IFS=$'\n'
    COMPREPLY=( $(compgen -W "${commands// /$'\n'}${IFS}${positionals}" -- "${curr_word}") )
  fi
}

# Generates completions for the options and subcommands of the `generic` subcommand.
function _picocli_s2ioc_create_secret_generic() {
  # Get completion data
  local curr_word=${COMP_WORDS[COMP_CWORD]}
  local prev_word=${COMP_WORDS[COMP_CWORD-1]}

  local commands=""
  local flag_opts="'--append-hash' '--allow-missing-template-keys' '--show-managed-fields' '--save-config' '-h' '--help'"
  local arg_opts="'--from-file' '--from-literal' '--from-env-file' '--type' '-o' '--output' '--template' '--dry-run' '--field-manager' '--validate'"

  type compopt &>/dev/null && compopt +o default

  case ${prev_word} in
    '--from-file')
      return
      ;;
    '--from-literal')
      return
      ;;
    '--from-env-file')
      return
      ;;
    '--type')
      return
      ;;
    '-o'|'--output')
      return
      ;;
    '--template')
      return
      ;;
    '--dry-run')
      return
      ;;
    '--field-manager')
      return
      ;;
    '--validate')
      return
      ;;
  esac

  if [[ "${curr_word}" == -* ]]; then
    COMPREPLY=( $(compgen -W "${flag_opts} ${arg_opts}" -- "${curr_word}") )
  else
    local positionals=""
    local IFS=$'\n'
    COMPREPLY=( $(compgen -W "${commands// /$'\n'}${IFS}${positionals}" -- "${curr_word}") )
  fi
}

# Generates completions for the options and subcommands of the `docker-registry` subcommand.
function _picocli_s2ioc_create_secret_dockerregistry() {
  # Get completion data
  local curr_word=${COMP_WORDS[COMP_CWORD]}
  local prev_word=${COMP_WORDS[COMP_CWORD-1]}

  local commands=""
  local flag_opts="'--append-hash' '--allow-missing-template-keys' '--show-managed-fields' '--save-config' '-h' '--help'"
  local arg_opts="'--docker-server' '--docker-username' '--docker-password' '--docker-email' '--from-file' '-o' '--output' '--template' '--dry-run' '--field-manager' '--validate'"

  type compopt &>/dev/null && compopt +o default

  case ${prev_word} in
    '--docker-server')
      return
      ;;
    '--docker-username')
      return
      ;;
    '--docker-password')
      return
      ;;
    '--docker-email')
      return
      ;;
    '--from-file')
      return
      ;;
    '-o'|'--output')
      return
      ;;
    '--template')
      return
      ;;
    '--dry-run')
      return
      ;;
    '--field-manager')
      return
      ;;
    '--validate')
      return
      ;;
  esac

  if [[ "${curr_word}" == -* ]]; then
    COMPREPLY=( $(compgen -W "${flag_opts} ${arg_opts}" -- "${curr_word}") )
  else
    local positionals=""
    local IFS=$'\n'
    COMPREPLY=( $(compgen -W "${commands// /$'\n'}${IFS}${positionals}" -- "${curr_word}") )
  fi
}

# Generates completions for the options and subcommands of the `tls` subcommand.
function _picocli_s2ioc_create_secret_tls() {
  # Get completion data
  local curr_word=${COMP_WORDS[COMP_CWORD]}
  local prev_word=${COMP_WORDS[COMP_CWORD-1]}

  local commands=""
  local flag_opts="'--append-hash' '--allow-missing-template-keys' '--show-managed-fields' '--save-config' '-h' '--help'"
  local arg_opts="'--cert' '--key' '-o' '--output' '--template' '--dry-run' '--field-manager' '--validate'"

  type compopt &>/dev/null && compopt +o default

  case ${prev_word} in
    '--cert')
      return
      ;;
    '--key')
      return
      ;;
    '-o'|'--output')
      return
      ;;
    '--template')
      return
      ;;
    '--dry-run')
      return
      ;;
    '--field-manager')
      return
      ;;
    '--validate')
      return
      ;;
  esac

  if [[ "${curr_word}" == -* ]]; then
    COMPREPLY=( $(compgen -W "${flag_opts} ${arg_opts}" -- "${curr_word}") )
  else
    local positionals=""
    local IFS=$'\n'
    COMPREPLY=( $(compgen -W "${commands// /$'\n'}${IFS}${positionals}" -- "${curr_word}") )
  fi
}

# Generates completions for the options and subcommands of the `clusterip` subcommand.
function _picocli_s2ioc_create_service_clusterip() {
  # Get completion data
  local curr_word=${COMP_WORDS[COMP_CWORD]}
  local prev_word=${COMP_WORDS[COMP_CWORD-1]}

  local commands=""
  local flag_opts="'--allow-missing-template-keys' '--show-managed-fields' '--save-config' '-h' '--help'"
  local arg_opts="'--tcp' '-o' '--output' '--template' '--dry-run' '--field-manager' '--validate' '--clusterip'"

  type compopt &>/dev/null && compopt +o default

  case ${prev_word} in
    '--tcp')
      return
      ;;
    '-o'|'--output')
      return
      ;;
    '--template')
      return
      ;;
    '--dry-run')
      return
      ;;
    '--field-manager')
      return
      ;;
    '--validate')
      return
      ;;
    '--clusterip')
      return
      ;;
  esac

  if [[ "${curr_word}" == -* ]]; then
    COMPREPLY=( $(compgen -W "${flag_opts} ${arg_opts}" -- "${curr_word}") )
  else
    local positionals=""
    local IFS=$'\n'
    COMPREPLY=( $(compgen -W "${commands// /$'\n'}${IFS}${positionals}" -- "${curr_word}") )
  fi
}

# Generates completions for the options and subcommands of the `nodeport` subcommand.
function _picocli_s2ioc_create_service_nodeport() {
  # Get completion data
  local curr_word=${COMP_WORDS[COMP_CWORD]}
  local prev_word=${COMP_WORDS[COMP_CWORD-1]}

  local commands=""
  local flag_opts="'--allow-missing-template-keys' '--show-managed-fields' '--save-config' '-h' '--help'"
  local arg_opts="'--tcp' '-o' '--output' '--template' '--dry-run' '--field-manager' '--validate' '--node-port'"

  type compopt &>/dev/null && compopt +o default

  case ${prev_word} in
    '--tcp')
      return
      ;;
    '-o'|'--output')
      return
      ;;
    '--template')
      return
      ;;
    '--dry-run')
      return
      ;;
    '--field-manager')
      return
      ;;
    '--validate')
      return
      ;;
    '--node-port')
      return
      ;;
  esac

  if [[ "${curr_word}" == -* ]]; then
    COMPREPLY=( $(compgen -W "${flag_opts} ${arg_opts}" -- "${curr_word}") )
  else
    local positionals=""
    local IFS=$'\n'
    COMPREPLY=( $(compgen -W "${commands// /$'\n'}${IFS}${positionals}" -- "${curr_word}") )
  fi
}

# Generates completions for the options and subcommands of the `loadbalancer` subcommand.
function _picocli_s2ioc_create_service_loadbalancer() {
  # Get completion data
  local curr_word=${COMP_WORDS[COMP_CWORD]}
  local prev_word=${COMP_WORDS[COMP_CWORD-1]}

  local commands=""
  local flag_opts="'--allow-missing-template-keys' '--show-managed-fields' '--save-config' '-h' '--help'"
  local arg_opts="'--tcp' '-o' '--output' '--template' '--dry-run' '--field-manager' '--validate'"

  type compopt &>/dev/null && compopt +o default

  case ${prev_word} in
    '--tcp')
      return
      ;;
    '-o'|'--output')
      return
      ;;
    '--template')
      return
      ;;
    '--dry-run')
      return
      ;;
    '--field-manager')
      return
      ;;
    '--validate')
      return
      ;;
  esac

  if [[ "${curr_word}" == -* ]]; then
    COMPREPLY=( $(compgen -W "${flag_opts} ${arg_opts}" -- "${curr_word}") )
  else
    local positionals=""
    local IFS=$'\n'
    COMPREPLY=( $(compgen -W "${commands// /$'\n'}${IFS}${positionals}" -- "${curr_word}") )
  fi
}

# Generates completions for the options and subcommands of the `externalname` subcommand.
function _picocli_s2ioc_create_service_externalname() {
  # Get completion data
  local curr_word=${COMP_WORDS[COMP_CWORD]}
  local prev_word=${COMP_WORDS[COMP_CWORD-1]}

  local commands=""
  local flag_opts="'--allow-missing-template-keys' '--show-managed-fields' '--save-config' '-h' '--help'"
  local arg_opts="'--tcp' '-o' '--output' '--template' '--dry-run' '--field-manager' '--validate' '--external-name'"

  type compopt &>/dev/null && compopt +o default

  case ${prev_word} in
    '--tcp')
      return
      ;;
    '-o'|'--output')
      return
      ;;
    '--template')
      return
      ;;
    '--dry-run')
      return
      ;;
    '--field-manager')
      return
      ;;
    '--validate')
      return
      ;;
    '--external-name')
      return
      ;;
  esac

  if [[ "${curr_word}" == -* ]]; then
    COMPREPLY=( $(compgen -W "${flag_opts} ${arg_opts}" -- "${curr_word}") )
  else
    local positionals=""
    local IFS=$'\n'
    COMPREPLY=( $(compgen -W "${commands// /$'\n'}${IFS}${positionals}" -- "${curr_word}") )
  fi
}

# Generates completions for the options and subcommands of the `clusterip` subcommand.
function _picocli_s2ioc_create_svc_clusterip() {
  # Get completion data
  local curr_word=${COMP_WORDS[COMP_CWORD]}
  local prev_word=${COMP_WORDS[COMP_CWORD-1]}

  local commands=""
  local flag_opts="'--allow-missing-template-keys' '--show-managed-fields' '--save-config' '-h' '--help'"
  local arg_opts="'--tcp' '-o' '--output' '--template' '--dry-run' '--field-manager' '--validate' '--clusterip'"

  type compopt &>/dev/null && compopt +o default

  case ${prev_word} in
    '--tcp')
      return
      ;;
    '-o'|'--output')
      return
      ;;
    '--template')
      return
      ;;
    '--dry-run')
      return
      ;;
    '--field-manager')
      return
      ;;
    '--validate')
      return
      ;;
    '--clusterip')
      return
      ;;
  esac

  if [[ "${curr_word}" == -* ]]; then
    COMPREPLY=( $(compgen -W "${flag_opts} ${arg_opts}" -- "${curr_word}") )
  else
    local positionals=""
    local IFS=$'\n'
    COMPREPLY=( $(compgen -W "${commands// /$'\n'}${IFS}${positionals}" -- "${curr_word}") )
  fi
}

# Generates completions for the options and subcommands of the `nodeport` subcommand.
function _picocli_s2ioc_create_svc_nodeport() {
  # Get completion data
  local curr_word=${COMP_WORDS[COMP_CWORD]}
  local prev_word=${COMP_WORDS[COMP_CWORD-1]}

  local commands=""
  local flag_opts="'--allow-missing-template-keys' '--show-managed-fields' '--save-config' '-h' '--help'"
  local arg_opts="'--tcp' '-o' '--output' '--template' '--dry-run' '--field-manager' '--validate' '--node-port'"

  type compopt &>/dev/null && compopt +o default

  case ${prev_word} in
    '--tcp')
      return
      ;;
    '-o'|'--output')
      return
      ;;
    '--template')
      return
      ;;
    '--dry-run')
      return
      ;;
    '--field-manager')
      return
      ;;
    '--validate')
      return
      ;;
    '--node-port')
      return
      ;;
  esac

  if [[ "${curr_word}" == -* ]]; then
    COMPREPLY=( $(compgen -W "${flag_opts} ${arg_opts}" -- "${curr_word}") )
  else
    local positionals=""
    local IFS=$'\n'
    COMPREPLY=( $(compgen -W "${commands// /$'\n'}${IFS}${positionals}" -- "${curr_word}") )
  fi
}

# Generates completions for the options and subcommands of the `loadbalancer` subcommand.
function _picocli_s2ioc_create_svc_loadbalancer() {
  # Get completion data
  local curr_word=${COMP_WORDS[COMP_CWORD]}
  local prev_word=${COMP_WORDS[COMP_CWORD-1]}

  local commands=""
  local flag_opts="'--allow-missing-template-keys' '--show-managed-fields' '--save-config' '-h' '--help'"
  local arg_opts="'--tcp' '-o' '--output' '--template' '--dry-run' '--field-manager' '--validate'"

  type compopt &>/dev/null && compopt +o default

  case ${prev_word} in
    '--tcp')
      return
      ;;
    '-o'|'--output')
      return
      ;;
    '--template')
      return
      ;;
    '--dry-run')
      return
      ;;
    '--field-manager')
      return
      ;;
    '--validate')
      return
      ;;
  esac

  if [[ "${curr_word}" == -* ]]; then
    COMPREPLY=( $(compgen -W "${flag_opts} ${arg_opts}" -- "${curr_word}") )
  else
    local positionals=""
    local IFS=$'\n'
    COMPREPLY=( $(compgen -W "${commands// /$'\n'}${IFS}${positionals}" -- "${curr_word}") )
  fi
}

# Generates completions for the options and subcommands of the `externalname` subcommand.
function _picocli_s2ioc_create_svc_externalname() {
  # Get completion data
  local curr_word=${COMP_WORDS[COMP_CWORD]}
  local prev_word=${COMP_WORDS[COMP_CWORD-1]}

  local commands=""
  local flag_opts="'--allow-missing-template-keys' '--show-managed-fields' '--save-config' '-h' '--help'"
  local arg_opts="'--tcp' '-o' '--output' '--template' '--dry-run' '--field-manager' '--validate' '--external-name'"

  type compopt &>/dev/null && compopt +o default

  case ${prev_word} in
    '--tcp')
      return
      ;;
    '-o'|'--output')
      return
      ;;
    '--template')
      return
      ;;
    '--dry-run')
      return
      ;;
    '--field-manager')
      return
      ;;
    '--validate')
      return
      ;;
    '--external-name')
      return
      ;;
  esac

  if [[ "${curr_word}" == -* ]]; then
    COMPREPLY=( $(compgen -W "${flag_opts} ${arg_opts}" -- "${curr_word}") )
  else
    local positionals=""
    local IFS=$'\n'
    COMPREPLY=( $(compgen -W "${commands// /$'\n'}${IFS}${positionals}" -- "${curr_word}") )
  fi
}

# Generates completions for the options and subcommands of the `edit-last-applied` subcommand.
function _picocli_s2ioc_apply_editlastapplied() {
  # Get completion data
  local curr_word=${COMP_WORDS[COMP_CWORD]}
  local prev_word=${COMP_WORDS[COMP_CWORD-1]}

  local commands=""
  local flag_opts="'--windows-line-endings' '-R' '--recursive' '-h' '--help'"
  local arg_opts="'-o' '--output' '--field-manager' '-f' '--filename' '-k' '--kustomize'"

  type compopt &>/dev/null && compopt +o default

  case ${prev_word} in
    '-o'|'--output')
      return
      ;;
    '--field-manager')
      return
      ;;
    '-f'|'--filename')
      return
      ;;
    '-k'|'--kustomize')
      return
      ;;
  esac

  if [[ "${curr_word}" == -* ]]; then
    COMPREPLY=( $(compgen -W "${flag_opts} ${arg_opts}" -- "${curr_word}") )
  else
    local positionals=""
    local IFS=$'\n'
    COMPREPLY=( $(compgen -W "${commands// /$'\n'}${IFS}${positionals}" -- "${curr_word}") )
  fi
}

# Generates completions for the options and subcommands of the `set-last-applied` subcommand.
function _picocli_s2ioc_apply_setlastapplied() {
  # Get completion data
  local curr_word=${COMP_WORDS[COMP_CWORD]}
  local prev_word=${COMP_WORDS[COMP_CWORD-1]}

  local commands=""
  local flag_opts="'--create-annotation' '-R' '--recursive' '--allow-missing-template-keys' '--show-managed-fields' '-h' '--help'"
  local arg_opts="'-f' '--filename' '-k' '--kustomize' '-o' '--output' '--template' '--dry-run'"

  type compopt &>/dev/null && compopt +o default

  case ${prev_word} in
    '-f'|'--filename')
      return
      ;;
    '-k'|'--kustomize')
      return
      ;;
    '-o'|'--output')
      return
      ;;
    '--template')
      return
      ;;
    '--dry-run')
      return
      ;;
  esac

  if [[ "${curr_word}" == -* ]]; then
    COMPREPLY=( $(compgen -W "${flag_opts} ${arg_opts}" -- "${curr_word}") )
  else
    local positionals=""
    local IFS=$'\n'
    COMPREPLY=( $(compgen -W "${commands// /$'\n'}${IFS}${positionals}" -- "${curr_word}") )
  fi
}

# Generates completions for the options and subcommands of the `view-last-applied` subcommand.
function _picocli_s2ioc_apply_viewlastapplied() {
  # Get completion data
  local curr_word=${COMP_WORDS[COMP_CWORD]}
  local prev_word=${COMP_WORDS[COMP_CWORD-1]}

  local commands=""
  local flag_opts="'--all' '-R' '--recursive' '-h' '--help'"
  local arg_opts="'-o' '--output' '-l' '--selector' '-f' '--filename' '-k' '--kustomize'"

  type compopt &>/dev/null && compopt +o default

  case ${prev_word} in
    '-o'|'--output')
      return
      ;;
    '-l'|'--selector')
      return
      ;;
    '-f'|'--filename')
      return
      ;;
    '-k'|'--kustomize')
      return
      ;;
  esac

  if [[ "${curr_word}" == -* ]]; then
    COMPREPLY=( $(compgen -W "${flag_opts} ${arg_opts}" -- "${curr_word}") )
  else
    local positionals=""
    local IFS=$'\n'
    COMPREPLY=( $(compgen -W "${commands// /$'\n'}${IFS}${positionals}" -- "${curr_word}") )
  fi
}

# Generates completions for the options and subcommands of the `env` subcommand.
function _picocli_s2ioc_set_env() {
  # Get completion data
  local curr_word=${COMP_WORDS[COMP_CWORD]}
  local prev_word=${COMP_WORDS[COMP_CWORD-1]}

  local commands=""
  local flag_opts="'--list' '--resolve' '--overwrite' '--all' '--local' '-R' '--recursive' '--allow-missing-template-keys' '--show-managed-fields' '-h' '--help'"
  local arg_opts="'-e' '--env' '--from' '--prefix' '-c' '--containers' '--resource-version' '-l' '--selector' '--field-manager' '-f' '--filename' '-k' '--kustomize' '--dry-run' '-o' '--output' '--template'"

  type compopt &>/dev/null && compopt +o default

  case ${prev_word} in
    '-e'|'--env')
      return
      ;;
    '--from')
      return
      ;;
    '--prefix')
      return
      ;;
    '-c'|'--containers')
      return
      ;;
    '--resource-version')
      return
      ;;
    '-l'|'--selector')
      return
      ;;
    '--field-manager')
      return
      ;;
    '-f'|'--filename')
      return
      ;;
    '-k'|'--kustomize')
      return
      ;;
    '--dry-run')
      return
      ;;
    '-o'|'--output')
      return
      ;;
    '--template')
      return
      ;;
  esac

  if [[ "${curr_word}" == -* ]]; then
    COMPREPLY=( $(compgen -W "${flag_opts} ${arg_opts}" -- "${curr_word}") )
  else
    local positionals=""
    local IFS=$'\n'
    COMPREPLY=( $(compgen -W "${commands// /$'\n'}${IFS}${positionals}" -- "${curr_word}") )
  fi
}

# Generates completions for the options and subcommands of the `build-hook` subcommand.
function _picocli_s2ioc_set_buildhook() {
  # Get completion data
  local curr_word=${COMP_WORDS[COMP_CWORD]}
  local prev_word=${COMP_WORDS[COMP_CWORD-1]}

  local commands=""
  local flag_opts="'--post-commit' '--command' '--remove' '--all' '--local' '-R' '--recursive' '--allow-missing-template-keys' '--show-managed-fields' '-h' '--help'"
  local arg_opts="'--script' '-l' '--selector' '--field-manager' '-f' '--filename' '-k' '--kustomize' '--dry-run' '-o' '--output' '--template'"

  type compopt &>/dev/null && compopt +o default

  case ${prev_word} in
    '--script')
      return
      ;;
    '-l'|'--selector')
      return
      ;;
    '--field-manager')
      return
      ;;
    '-f'|'--filename')
      return
      ;;
    '-k'|'--kustomize')
      return
      ;;
    '--dry-run')
      return
      ;;
    '-o'|'--output')
      return
      ;;
    '--template')
      return
      ;;
  esac

  if [[ "${curr_word}" == -* ]]; then
    COMPREPLY=( $(compgen -W "${flag_opts} ${arg_opts}" -- "${curr_word}") )
  else
    local positionals=""
    local IFS=$'\n'
    COMPREPLY=( $(compgen -W "${commands// /$'\n'}${IFS}${positionals}" -- "${curr_word}") )
  fi
}

# Generates completions for the options and subcommands of the `build-secret` subcommand.
function _picocli_s2ioc_set_buildsecret() {
  # Get completion data
  local curr_word=${COMP_WORDS[COMP_CWORD]}
  local prev_word=${COMP_WORDS[COMP_CWORD-1]}

  local commands=""
  local flag_opts="'--source' '--push' '--pull' '--remove' '--all' '--local' '-R' '--recursive' '--allow-missing-template-keys' '--show-managed-fields' '-h' '--help'"
  local arg_opts="'-l' '--selector' '--field-manager' '-f' '--filename' '-k' '--kustomize' '--dry-run' '-o' '--output' '--template'"

  type compopt &>/dev/null && compopt +o default

  case ${prev_word} in
    '-l'|'--selector')
      return
      ;;
    '--field-manager')
      return
      ;;
    '-f'|'--filename')
      return
      ;;
    '-k'|'--kustomize')
      return
      ;;
    '--dry-run')
      return
      ;;
    '-o'|'--output')
      return
      ;;
    '--template')
      return
      ;;
  esac

  if [[ "${curr_word}" == -* ]]; then
    COMPREPLY=( $(compgen -W "${flag_opts} ${arg_opts}" -- "${curr_word}") )
  else
    local positionals=""
    local IFS=$'\n'
    COMPREPLY=( $(compgen -W "${commands// /$'\n'}${IFS}${positionals}" -- "${curr_word}") )
  fi
}

# Generates completions for the options and subcommands of the `data` subcommand.
function _picocli_s2ioc_set_data() {
  # Get completion data
  local curr_word=${COMP_WORDS[COMP_CWORD]}
  local prev_word=${COMP_WORDS[COMP_CWORD-1]}

  local commands=""
  local flag_opts="'--all' '--local' '-R' '--recursive' '--allow-missing-template-keys' '--show-managed-fields' '-h' '--help'"
  local arg_opts="'--from-file' '--from-literal' '--from-env-file' '-l' '--selector' '--field-manager' '-f' '--filename' '-k' '--kustomize' '--dry-run' '-o' '--output' '--template'"

  type compopt &>/dev/null && compopt +o default

  case ${prev_word} in
    '--from-file')
      return
      ;;
    '--from-literal')
      return
      ;;
    '--from-env-file')
      return
      ;;
    '-l'|'--selector')
      return
      ;;
    '--field-manager')
      return
      ;;
    '-f'|'--filename')
      return
      ;;
    '-k'|'--kustomize')
      return
      ;;
    '--dry-run')
      return
      ;;
    '-o'|'--output')
      return
      ;;
    '--template')
      return
      ;;
  esac

  if [[ "${curr_word}" == -* ]]; then
    COMPREPLY=( $(compgen -W "${flag_opts} ${arg_opts}" -- "${curr_word}") )
  else
    local positionals=""
    local IFS=$'\n'
    COMPREPLY=( $(compgen -W "${commands// /$'\n'}${IFS}${positionals}" -- "${curr_word}") )
  fi
}

# Generates completions for the options and subcommands of the `deployment-hook` subcommand.
function _picocli_s2ioc_set_deploymenthook() {
  # Get completion data
  local curr_word=${COMP_WORDS[COMP_CWORD]}
  local prev_word=${COMP_WORDS[COMP_CWORD-1]}

  local commands=""
  local flag_opts="'--pre' '--mid' '--post' '--remove' '--all' '--local' '-R' '--recursive' '--allow-missing-template-keys' '--show-managed-fields' '-h' '--help'"
  local arg_opts="'-c' '--container' '-e' '--environment' '--volumes' '--failure-policy' '-l' '--selector' '--field-manager' '-f' '--filename' '-k' '--kustomize' '--dry-run' '-o' '--output' '--template'"

  type compopt &>/dev/null && compopt +o default

  case ${prev_word} in
    '-c'|'--container')
      return
      ;;
    '-e'|'--environment')
      return
      ;;
    '--volumes')
      return
      ;;
    '--failure-policy')
      return
      ;;
    '-l'|'--selector')
      return
      ;;
    '--field-manager')
      return
      ;;
    '-f'|'--filename')
      return
      ;;
    '-k'|'--kustomize')
      return
      ;;
    '--dry-run')
      return
      ;;
    '-o'|'--output')
      return
      ;;
    '--template')
      return
      ;;
  esac

  if [[ "${curr_word}" == -* ]]; then
    COMPREPLY=( $(compgen -W "${flag_opts} ${arg_opts}" -- "${curr_word}") )
  else
    local positionals=""
    local IFS=$'\n'
    COMPREPLY=( $(compgen -W "${commands// /$'\n'}${IFS}${positionals}" -- "${curr_word}") )
  fi
}

# Generates completions for the options and subcommands of the `image` subcommand.
function _picocli_s2ioc_set_image() {
  # Get completion data
  local curr_word=${COMP_WORDS[COMP_CWORD]}
  local prev_word=${COMP_WORDS[COMP_CWORD-1]}

  local commands=""
  local flag_opts="'--all' '--local' '-R' '--recursive' '--allow-missing-template-keys' '--show-managed-fields' '-h' '--help'"
  local arg_opts="'--source' '-l' '--selector' '--field-manager' '-f' '--filename' '-k' '--kustomize' '--dry-run' '-o' '--output' '--template'"

  type compopt &>/dev/null && compopt +o default

  case ${prev_word} in
    '--source')
      return
      ;;
    '-l'|'--selector')
      return
      ;;
    '--field-manager')
      return
      ;;
    '-f'|'--filename')
      return
      ;;
    '-k'|'--kustomize')
      return
      ;;
    '--dry-run')
      return
      ;;
    '-o'|'--output')
      return
      ;;
    '--template')
      return
      ;;
  esac

  if [[ "${curr_word}" == -* ]]; then
    COMPREPLY=( $(compgen -W "${flag_opts} ${arg_opts}" -- "${curr_word}") )
  else
    local positionals=""
    local IFS=$'\n'
    COMPREPLY=( $(compgen -W "${commands// /$'\n'}${IFS}${positionals}" -- "${curr_word}") )
  fi
}

# Generates completions for the options and subcommands of the `image-lookup` subcommand.
function _picocli_s2ioc_set_imagelookup() {
  # Get completion data
  local curr_word=${COMP_WORDS[COMP_CWORD]}
  local prev_word=${COMP_WORDS[COMP_CWORD-1]}

  local commands=""
  local flag_opts="'--enabled' '--list' '--all' '--local' '-R' '--recursive' '--allow-missing-template-keys' '--show-managed-fields' '-h' '--help'"
  local arg_opts="'-l' '--selector' '--field-manager' '-f' '--filename' '-k' '--kustomize' '--dry-run' '-o' '--output' '--template'"

  type compopt &>/dev/null && compopt +o default

  case ${prev_word} in
    '-l'|'--selector')
      return
      ;;
    '--field-manager')
      return
      ;;
    '-f'|'--filename')
      return
      ;;
    '-k'|'--kustomize')
      return
      ;;
    '--dry-run')
      return
      ;;
    '-o'|'--output')
      return
      ;;
    '--template')
      return
      ;;
  esac

  if [[ "${curr_word}" == -* ]]; then
    COMPREPLY=( $(compgen -W "${flag_opts} ${arg_opts}" -- "${curr_word}") )
  else
    local positionals=""
    local IFS=$'\n'
    COMPREPLY=( $(compgen -W "${commands// /$'\n'}${IFS}${positionals}" -- "${curr_word}") )
  fi
}

# Generates completions for the options and subcommands of the `probe` subcommand.
function _picocli_s2ioc_set_probe() {
  # Get completion data
  local curr_word=${COMP_WORDS[COMP_CWORD]}
  local prev_word=${COMP_WORDS[COMP_CWORD-1]}

  local commands=""
  local flag_opts="'--readiness' '--liveness' '--startup' '--remove' '--all' '--local' '-R' '--recursive' '--allow-missing-template-keys' '--show-managed-fields' '-h' '--help'"
  local arg_opts="'--get-url' '--open-tcp' '--initial-delay-seconds' '--timeout-seconds' '--period-seconds' '--success-threshold' '--failure-threshold' '-c' '--containers' '-l' '--selector' '--field-manager' '-f' '--filename' '-k' '--kustomize' '--dry-run' '-o' '--output' '--template'"

  type compopt &>/dev/null && compopt +o default

  case ${prev_word} in
    '--get-url')
      return
      ;;
    '--open-tcp')
      return
      ;;
    '--initial-delay-seconds')
      return
      ;;
    '--timeout-seconds')
      return
      ;;
    '--period-seconds')
      return
      ;;
    '--success-threshold')
      return
      ;;
    '--failure-threshold')
      return
      ;;
    '-c'|'--containers')
      return
      ;;
    '-l'|'--selector')
      return
      ;;
    '--field-manager')
      return
      ;;
    '-f'|'--filename')
      return
      ;;
    '-k'|'--kustomize')
      return
      ;;
    '--dry-run')
      return
      ;;
    '-o'|'--output')
      return
      ;;
    '--template')
      return
      ;;
  esac

  if [[ "${curr_word}" == -* ]]; then
    COMPREPLY=( $(compgen -W "${flag_opts} ${arg_opts}" -- "${curr_word}") )
  else
    local positionals=""
    local IFS=$'\n'
    COMPREPLY=( $(compgen -W "${commands// /$'\n'}${IFS}${positionals}" -- "${curr_word}") )
  fi
}

# Generates completions for the options and subcommands of the `resources` subcommand.
function _picocli_s2ioc_set_resources() {
  # Get completion data
  local curr_word=${COMP_WORDS[COMP_CWORD]}
  local prev_word=${COMP_WORDS[COMP_CWORD-1]}

  local commands=""
  local flag_opts="'--all' '--local' '-R' '--recursive' '--allow-missing-template-keys' '--show-managed-fields' '-h' '--help'"
  local arg_opts="'--limits' '--requests' '-c' '--containers' '-l' '--selector' '--field-manager' '-f' '--filename' '-k' '--kustomize' '--dry-run' '-o' '--output' '--template'"

  type compopt &>/dev/null && compopt +o default

  case ${prev_word} in
    '--limits')
      return
      ;;
    '--requests')
      return
      ;;
    '-c'|'--containers')
      return
      ;;
    '-l'|'--selector')
      return
      ;;
    '--field-manager')
      return
      ;;
    '-f'|'--filename')
      return
      ;;
    '-k'|'--kustomize')
      return
      ;;
    '--dry-run')
      return
      ;;
    '-o'|'--output')
      return
      ;;
    '--template')
      return
      ;;
  esac

  if [[ "${curr_word}" == -* ]]; then
    COMPREPLY=( $(compgen -W "${flag_opts} ${arg_opts}" -- "${curr_word}") )
  else
    local positionals=""
    local IFS=$'\n'
    COMPREPLY=( $(compgen -W "${commands// /$'\n'}${IFS}${positionals}" -- "${curr_word}") )
  fi
}

# Generates completions for the options and subcommands of the `route-backends` subcommand.
function _picocli_s2ioc_set_routebackends() {
  # Get completion data
  local curr_word=${COMP_WORDS[COMP_CWORD]}
  local prev_word=${COMP_WORDS[COMP_CWORD-1]}

  local commands=""
  local flag_opts="'--adjust' '--zero' '--equal' '--all' '--local' '-R' '--recursive' '--allow-missing-template-keys' '--show-managed-fields' '-h' '--help'"
  local arg_opts="'-l' '--selector' '--field-manager' '-f' '--filename' '-k' '--kustomize' '--dry-run' '-o' '--output' '--template'"

  type compopt &>/dev/null && compopt +o default

  case ${prev_word} in
    '-l'|'--selector')
      return
      ;;
    '--field-manager')
      return
      ;;
    '-f'|'--filename')
      return
      ;;
    '-k'|'--kustomize')
      return
      ;;
    '--dry-run')
      return
      ;;
    '-o'|'--output')
      return
      ;;
    '--template')
      return
      ;;
  esac

  if [[ "${curr_word}" == -* ]]; then
    COMPREPLY=( $(compgen -W "${flag_opts} ${arg_opts}" -- "${curr_word}") )
  else
    local positionals=""
    local IFS=$'\n'
    COMPREPLY=( $(compgen -W "${commands// /$'\n'}${IFS}${positionals}" -- "${curr_word}") )
  fi
}

# Generates completions for the options and subcommands of the `selector` subcommand.
function _picocli_s2ioc_set_selector() {
  # Get completion data
  local curr_word=${COMP_WORDS[COMP_CWORD]}
  local prev_word=${COMP_WORDS[COMP_CWORD-1]}

  local commands=""
  local flag_opts="'--all' '--local' '-R' '--recursive' '--allow-missing-template-keys' '--show-managed-fields' '-h' '--help'"
  local arg_opts="'--resource-version' '-l' '--selector' '--field-manager' '-f' '--filename' '-k' '--kustomize' '--dry-run' '-o' '--output' '--template'"

  type compopt &>/dev/null && compopt +o default

  case ${prev_word} in
    '--resource-version')
      return
      ;;
    '-l'|'--selector')
      return
      ;;
    '--field-manager')
      return
      ;;
    '-f'|'--filename')
      return
      ;;
    '-k'|'--kustomize')
      return
      ;;
    '--dry-run')
      return
      ;;
    '-o'|'--output')
      return
      ;;
    '--template')
      return
      ;;
  esac

  if [[ "${curr_word}" == -* ]]; then
    COMPREPLY=( $(compgen -W "${flag_opts} ${arg_opts}" -- "${curr_word}") )
  else
    local positionals=""
    local IFS=$'\n'
    COMPREPLY=( $(compgen -W "${commands// /$'\n'}${IFS}${positionals}" -- "${curr_word}") )
  fi
}

# Generates completions for the options and subcommands of the `serviceaccount` subcommand.
function _picocli_s2ioc_set_serviceaccount() {
  # Get completion data
  local curr_word=${COMP_WORDS[COMP_CWORD]}
  local prev_word=${COMP_WORDS[COMP_CWORD-1]}

  local commands=""
  local flag_opts="'--all' '--local' '-R' '--recursive' '--allow-missing-template-keys' '--show-managed-fields' '-h' '--help'"
  local arg_opts="'-l' '--selector' '--field-manager' '-f' '--filename' '-k' '--kustomize' '--dry-run' '-o' '--output' '--template'"

  type compopt &>/dev/null && compopt +o default

  case ${prev_word} in
    '-l'|'--selector')
      return
      ;;
    '--field-manager')
      return
      ;;
    '-f'|'--filename')
      return
      ;;
    '-k'|'--kustomize')
      return
      ;;
    '--dry-run')
      return
      ;;
    '-o'|'--output')
      return
      ;;
    '--template')
      return
      ;;
  esac

  if [[ "${curr_word}" == -* ]]; then
    COMPREPLY=( $(compgen -W "${flag_opts} ${arg_opts}" -- "${curr_word}") )
  else
    local positionals=""
    local IFS=$'\n'
    COMPREPLY=( $(compgen -W "${commands// /$'\n'}${IFS}${positionals}" -- "${curr_word}") )
  fi
}

# Generates completions for the options and subcommands of the `sa` subcommand.
function _picocli_s2ioc_set_sa() {
  # Get completion data
  local curr_word=${COMP_WORDS[COMP_CWORD]}
  local prev_word=${COMP_WORDS[COMP_CWORD-1]}

  local commands=""
  local flag_opts="'--all' '--local' '-R' '--recursive' '--allow-missing-template-keys' '--show-managed-fields' '-h' '--help'"
  local arg_opts="'-l' '--selector' '--field-manager' '-f' '--filename' '-k' '--kustomize' '--dry-run' '-o' '--output' '--template'"

  type compopt &>/dev/null && compopt +o default

  case ${prev_word} in
    '-l'|'--selector')
      return
      ;;
    '--field-manager')
      return
      ;;
    '-f'|'--filename')
      return
      ;;
    '-k'|'--kustomize')
      return
      ;;
    '--dry-run')
      return
      ;;
    '-o'|'--output')
      return
      ;;
    '--template')
      return
      ;;
  esac

  if [[ "${curr_word}" == -* ]]; then
    COMPREPLY=( $(compgen -W "${flag_opts} ${arg_opts}" -- "${curr_word}") )
  else
    local positionals=""
    local IFS=$'\n'
    COMPREPLY=( $(compgen -W "${commands// /$'\n'}${IFS}${positionals}" -- "${curr_word}") )
  fi
}

# Generates completions for the options and subcommands of the `subject` subcommand.
function _picocli_s2ioc_set_subject() {
  # Get completion data
  local curr_word=${COMP_WORDS[COMP_CWORD]}
  local prev_word=${COMP_WORDS[COMP_CWORD-1]}

  local commands=""
  local flag_opts="'--all' '--local' '-R' '--recursive' '--allow-missing-template-keys' '--show-managed-fields' '-h' '--help'"
  local arg_opts="'--group' '--serviceaccount' '-l' '--selector' '--field-manager' '-f' '--filename' '-k' '--kustomize' '--dry-run' '-o' '--output' '--template'"

  type compopt &>/dev/null && compopt +o default

  case ${prev_word} in
    '--group')
      return
      ;;
    '--serviceaccount')
      return
      ;;
    '-l'|'--selector')
      return
      ;;
    '--field-manager')
      return
      ;;
    '-f'|'--filename')
      return
      ;;
    '-k'|'--kustomize')
      return
      ;;
    '--dry-run')
      return
      ;;
    '-o'|'--output')
      return
      ;;
    '--template')
      return
      ;;
  esac

  if [[ "${curr_word}" == -* ]]; then
    COMPREPLY=( $(compgen -W "${flag_opts} ${arg_opts}" -- "${curr_word}") )
  else
    local positionals=""
    local IFS=$'\n'
    COMPREPLY=( $(compgen -W "${commands// /$'\n'}${IFS}${positionals}" -- "${curr_word}") )
  fi
}

# Generates completions for the options and subcommands of the `triggers` subcommand.
function _picocli_s2ioc_set_triggers() {
  # Get completion data
  local curr_word=${COMP_WORDS[COMP_CWORD]}
  local prev_word=${COMP_WORDS[COMP_CWORD-1]}

  local commands=""
  local flag_opts="'--from-config' '--from-github' '--from-gitlab' '--from-bitbucket' '--from-webhook' '--from-webhook-allow-env' '--auto' '--manual' '--remove' '--remove-all' '--all' '--local' '-R' '--recursive' '--allow-missing-template-keys' '--show-managed-fields' '-h' '--help'"
  local arg_opts="'--from-image' '-c' '--containers' '-l' '--selector' '--field-manager' '-f' '--filename' '-k' '--kustomize' '--dry-run' '-o' '--output' '--template'"

  type compopt &>/dev/null && compopt +o default

  case ${prev_word} in
    '--from-image')
      return
      ;;
    '-c'|'--containers')
      return
      ;;
    '-l'|'--selector')
      return
      ;;
    '--field-manager')
      return
      ;;
    '-f'|'--filename')
      return
      ;;
    '-k'|'--kustomize')
      return
      ;;
    '--dry-run')
      return
      ;;
    '-o'|'--output')
      return
      ;;
    '--template')
      return
      ;;
  esac

  if [[ "${curr_word}" == -* ]]; then
    COMPREPLY=( $(compgen -W "${flag_opts} ${arg_opts}" -- "${curr_word}") )
  else
    local positionals=""
    local IFS=$'\n'
    COMPREPLY=( $(compgen -W "${commands// /$'\n'}${IFS}${positionals}" -- "${curr_word}") )
  fi
}

# Generates completions for the options and subcommands of the `volumes` subcommand.
function _picocli_s2ioc_set_volumes() {
  # Get completion data
  local curr_word=${COMP_WORDS[COMP_CWORD]}
  local prev_word=${COMP_WORDS[COMP_CWORD-1]}

  local commands=""
  local flag_opts="'--add' '--remove' '--confirm' '--read-only' '--overwrite' '--all' '--local' '-R' '--recursive' '--allow-missing-template-keys' '--show-managed-fields' '-h' '--help'"
  local arg_opts="'--name' '-t' '--type' '--path' '--secret-name' '--configmap-name' '--default-mode' '--source' '-m' '--mount-path' '--sub-path' '--claim-name' '--claim-size' '--claim-mode' '--claim-class' '-c' '--containers' '-l' '--selector' '--field-manager' '-f' '--filename' '-k' '--kustomize' '--dry-run' '-o' '--output' '--template'"

  type compopt &>/dev/null && compopt +o default

  case ${prev_word} in
    '--name')
      return
      ;;
    '-t'|'--type')
      return
      ;;
    '--path')
      return
      ;;
    '--secret-name')
      return
      ;;
    '--configmap-name')
      return
      ;;
    '--default-mode')
      return
      ;;
    '--source')
      return
      ;;
    '-m'|'--mount-path')
      return
      ;;
    '--sub-path')
      return
      ;;
    '--claim-name')
      return
      ;;
    '--claim-size')
      return
      ;;
    '--claim-mode')
      return
      ;;
    '--claim-class')
      return
      ;;
    '-c'|'--containers')
      return
      ;;
    '-l'|'--selector')
      return
      ;;
    '--field-manager')
      return
      ;;
    '-f'|'--filename')
      return
      ;;
    '-k'|'--kustomize')
      return
      ;;
    '--dry-run')
      return
      ;;
    '-o'|'--output')
      return
      ;;
    '--template')
      return
      ;;
  esac

  if [[ "${curr_word}" == -* ]]; then
    COMPREPLY=( $(compgen -W "${flag_opts} ${arg_opts}" -- "${curr_word}") )
  else
    local positionals=""
    local IFS=$'\n'
    COMPREPLY=( $(compgen -W "${commands// /$'\n'}${IFS}${positionals}" -- "${curr_word}") )
  fi
}

# Generates completions for the options and subcommands of the `volume` subcommand.
function _picocli_s2ioc_set_volume() {
  # Get completion data
  local curr_word=${COMP_WORDS[COMP_CWORD]}
  local prev_word=${COMP_WORDS[COMP_CWORD-1]}

  local commands=""
  local flag_opts="'--add' '--remove' '--confirm' '--read-only' '--overwrite' '--all' '--local' '-R' '--recursive' '--allow-missing-template-keys' '--show-managed-fields' '-h' '--help'"
  local arg_opts="'--name' '-t' '--type' '--path' '--secret-name' '--configmap-name' '--default-mode' '--source' '-m' '--mount-path' '--sub-path' '--claim-name' '--claim-size' '--claim-mode' '--claim-class' '-c' '--containers' '-l' '--selector' '--field-manager' '-f' '--filename' '-k' '--kustomize' '--dry-run' '-o' '--output' '--template'"

  type compopt &>/dev/null && compopt +o default

  case ${prev_word} in
    '--name')
      return
      ;;
    '-t'|'--type')
      return
      ;;
    '--path')
      return
      ;;
    '--secret-name')
      return
      ;;
    '--configmap-name')
      return
      ;;
    '--default-mode')
      return
      ;;
    '--source')
      return
      ;;
    '-m'|'--mount-path')
      return
      ;;
    '--sub-path')
      return
      ;;
    '--claim-name')
      return
      ;;
    '--claim-size')
      return
      ;;
    '--claim-mode')
      return
      ;;
    '--claim-class')
      return
      ;;
    '-c'|'--containers')
      return
      ;;
    '-l'|'--selector')
      return
      ;;
    '--field-manager')
      return
      ;;
    '-f'|'--filename')
      return
      ;;
    '-k'|'--kustomize')
      return
      ;;
    '--dry-run')
      return
      ;;
    '-o'|'--output')
      return
      ;;
    '--template')
      return
      ;;
  esac

  if [[ "${curr_word}" == -* ]]; then
    COMPREPLY=( $(compgen -W "${flag_opts} ${arg_opts}" -- "${curr_word}") )
  else
    local positionals=""
    local IFS=$'\n'
    COMPREPLY=( $(compgen -W "${commands// /$'\n'}${IFS}${positionals}" -- "${curr_word}") )
  fi
}

# Generates completions for the options and subcommands of the `build-chain` subcommand.
function _picocli_s2ioc_adm_buildchain() {
  # Get completion data
  local curr_word=${COMP_WORDS[COMP_CWORD]}
  local prev_word=${COMP_WORDS[COMP_CWORD-1]}

  local commands=""
  local flag_opts="'--all' '--trigger-only' '--reverse' '-h' '--help'"
  local arg_opts="'-o' '--output'"

  type compopt &>/dev/null && compopt +o default

  case ${prev_word} in
    '-o'|'--output')
      return
      ;;
  esac

  if [[ "${curr_word}" == -* ]]; then
    COMPREPLY=( $(compgen -W "${flag_opts} ${arg_opts}" -- "${curr_word}") )
  else
    local positionals=""
    local IFS=$'\n'
    COMPREPLY=( $(compgen -W "${commands// /$'\n'}${IFS}${positionals}" -- "${curr_word}") )
  fi
}

# Generates completions for the options and subcommands of the `new-project` subcommand.
function _picocli_s2ioc_adm_newproject() {
  # Get completion data
  local curr_word=${COMP_WORDS[COMP_CWORD]}
  local prev_word=${COMP_WORDS[COMP_CWORD-1]}

  local commands=""
  local flag_opts="'-h' '--help'"
  local arg_opts="'--display-name' '--description' '--admin' '--admin-role' '--node-selector'"

  type compopt &>/dev/null && compopt +o default

  case ${prev_word} in
    '--display-name')
      return
      ;;
    '--description')
      return
      ;;
    '--admin')
      return
      ;;
    '--admin-role')
      return
      ;;
    '--node-selector')
      return
      ;;
  esac

  if [[ "${curr_word}" == -* ]]; then
    COMPREPLY=( $(compgen -W "${flag_opts} ${arg_opts}" -- "${curr_word}") )
  else
    local positionals=""
    local IFS=$'\n'
    COMPREPLY=( $(compgen -W "${commands// /$'\n'}${IFS}${positionals}" -- "${curr_word}") )
  fi
}

# Generates completions for the options and subcommands of the `policy` subcommand.
function _picocli_s2ioc_adm_policy() {
  # Get completion data
  local curr_word=${COMP_WORDS[COMP_CWORD]}
  local prev_word=${COMP_WORDS[COMP_CWORD-1]}

  local commands="add-role-to-group add-role-to-user remove-group remove-role-from-group remove-role-from-user remove-user who-can add-cluster-role-to-group add-cluster-role-to-user remove-cluster-role-from-group remove-cluster-role-from-user"
  local flag_opts="'-h' '--help'"
  local arg_opts=""

  if [[ "${curr_word}" == -* ]]; then
    COMPREPLY=( $(compgen -W "${flag_opts} ${arg_opts}" -- "${curr_word}") )
  else
    local positionals=""
    local IFS=$'\n'
    COMPREPLY=( $(compgen -W "${commands// /$'\n'}${IFS}${positionals}" -- "${curr_word}") )
  fi
}

# Generates completions for the options and subcommands of the `prune` subcommand.
function _picocli_s2ioc_adm_prune() {
  # Get completion data
  local curr_word=${COMP_WORDS[COMP_CWORD]}
  local prev_word=${COMP_WORDS[COMP_CWORD-1]}

  local commands="builds deployments"
  local flag_opts="'-h' '--help'"
  local arg_opts=""

  if [[ "${curr_word}" == -* ]]; then
    COMPREPLY=( $(compgen -W "${flag_opts} ${arg_opts}" -- "${curr_word}") )
  else
    local positionals=""
    local IFS=$'\n'
    COMPREPLY=( $(compgen -W "${commands// /$'\n'}${IFS}${positionals}" -- "${curr_word}") )
  fi
}

# Generates completions for the options and subcommands of the `add-role-to-group` subcommand.
function _picocli_s2ioc_adm_policy_addroletogroup() {
  # Get completion data
  local curr_word=${COMP_WORDS[COMP_CWORD]}
  local prev_word=${COMP_WORDS[COMP_CWORD-1]}

  local commands=""
  local flag_opts="'--allow-missing-template-keys' '--show-managed-fields' '-h' '--help'"
  local arg_opts="'--role-namespace' '--rolebinding-name' '--dry-run' '-o' '--output' '--template'"

  type compopt &>/dev/null && compopt +o default

  case ${prev_word} in
    '--role-namespace')
      return
      ;;
    '--rolebinding-name')
      return
      ;;
    '--dry-run')
      return
      ;;
    '-o'|'--output')
      return
      ;;
    '--template')
      return
      ;;
  esac

  if [[ "${curr_word}" == -* ]]; then
    COMPREPLY=( $(compgen -W "${flag_opts} ${arg_opts}" -- "${curr_word}") )
  else
    local positionals=""
    local IFS=$'\n'
    COMPREPLY=( $(compgen -W "${commands// /$'\n'}${IFS}${positionals}" -- "${curr_word}") )
  fi
}

# Generates completions for the options and subcommands of the `add-role-to-user` subcommand.
function _picocli_s2ioc_adm_policy_addroletouser() {
  # Get completion data
  local curr_word=${COMP_WORDS[COMP_CWORD]}
  local prev_word=${COMP_WORDS[COMP_CWORD-1]}

  local commands=""
  local flag_opts="'--allow-missing-template-keys' '--show-managed-fields' '-h' '--help'"
  local arg_opts="'-z' '--serviceaccount' '--role-namespace' '--rolebinding-name' '--dry-run' '-o' '--output' '--template'"

  type compopt &>/dev/null && compopt +o default

  case ${prev_word} in
    '-z'|'--serviceaccount')
      return
      ;;
    '--role-namespace')
      return
      ;;
    '--rolebinding-name')
      return
      ;;
    '--dry-run')
      return
      ;;
    '-o'|'--output')
      return
      ;;
    '--template')
      return
      ;;
  esac

  if [[ "${curr_word}" == -* ]]; then
    COMPREPLY=( $(compgen -W "${flag_opts} ${arg_opts}" -- "${curr_word}") )
  else
    local positionals=""
    local IFS=$'\n'
    COMPREPLY=( $(compgen -W "${commands// /$'\n'}${IFS}${positionals}" -- "${curr_word}") )
  fi
}

# Generates completions for the options and subcommands of the `remove-group` subcommand.
function _picocli_s2ioc_adm_policy_removegroup() {
  # Get completion data
  local curr_word=${COMP_WORDS[COMP_CWORD]}
  local prev_word=${COMP_WORDS[COMP_CWORD-1]}

  local commands=""
  local flag_opts="'--allow-missing-template-keys' '--show-managed-fields' '-h' '--help'"
  local arg_opts="'--dry-run' '-o' '--output' '--template'"

  type compopt &>/dev/null && compopt +o default

  case ${prev_word} in
    '--dry-run')
      return
      ;;
    '-o'|'--output')
      return
      ;;
    '--template')
      return
      ;;
  esac

  if [[ "${curr_word}" == -* ]]; then
    COMPREPLY=( $(compgen -W "${flag_opts} ${arg_opts}" -- "${curr_word}") )
  else
    local positionals=""
    local IFS=$'\n'
    COMPREPLY=( $(compgen -W "${commands// /$'\n'}${IFS}${positionals}" -- "${curr_word}") )
  fi
}

# Generates completions for the options and subcommands of the `remove-role-from-group` subcommand.
function _picocli_s2ioc_adm_policy_removerolefromgroup() {
  # Get completion data
  local curr_word=${COMP_WORDS[COMP_CWORD]}
  local prev_word=${COMP_WORDS[COMP_CWORD-1]}

  local commands=""
  local flag_opts="'--allow-missing-template-keys' '--show-managed-fields' '-h' '--help'"
  local arg_opts="'--role-namespace' '--rolebinding-name' '--dry-run' '-o' '--output' '--template'"

  type compopt &>/dev/null && compopt +o default

  case ${prev_word} in
    '--role-namespace')
      return
      ;;
    '--rolebinding-name')
      return
      ;;
    '--dry-run')
      return
      ;;
    '-o'|'--output')
      return
      ;;
    '--template')
      return
      ;;
  esac

  if [[ "${curr_word}" == -* ]]; then
    COMPREPLY=( $(compgen -W "${flag_opts} ${arg_opts}" -- "${curr_word}") )
  else
    local positionals=""
    local IFS=$'\n'
    COMPREPLY=( $(compgen -W "${commands// /$'\n'}${IFS}${positionals}" -- "${curr_word}") )
  fi
}

# Generates completions for the options and subcommands of the `remove-role-from-user` subcommand.
function _picocli_s2ioc_adm_policy_removerolefromuser() {
  # Get completion data
  local curr_word=${COMP_WORDS[COMP_CWORD]}
  local prev_word=${COMP_WORDS[COMP_CWORD-1]}

  local commands=""
  local flag_opts="'--allow-missing-template-keys' '--show-managed-fields' '-h' '--help'"
  local arg_opts="'-z' '--serviceaccount' '--role-namespace' '--rolebinding-name' '--dry-run' '-o' '--output' '--template'"

  type compopt &>/dev/null && compopt +o default

  case ${prev_word} in
    '-z'|'--serviceaccount')
      return
      ;;
    '--role-namespace')
      return
      ;;
    '--rolebinding-name')
      return
      ;;
    '--dry-run')
      return
      ;;
    '-o'|'--output')
      return
      ;;
    '--template')
      return
      ;;
  esac

  if [[ "${curr_word}" == -* ]]; then
    COMPREPLY=( $(compgen -W "${flag_opts} ${arg_opts}" -- "${curr_word}") )
  else
    local positionals=""
    local IFS=$'\n'
    COMPREPLY=( $(compgen -W "${commands// /$'\n'}${IFS}${positionals}" -- "${curr_word}") )
  fi
}

# Generates completions for the options and subcommands of the `remove-user` subcommand.
function _picocli_s2ioc_adm_policy_removeuser() {
  # Get completion data
  local curr_word=${COMP_WORDS[COMP_CWORD]}
  local prev_word=${COMP_WORDS[COMP_CWORD-1]}

  local commands=""
  local flag_opts="'--allow-missing-template-keys' '--show-managed-fields' '-h' '--help'"
  local arg_opts="'--dry-run' '-o' '--output' '--template'"

  type compopt &>/dev/null && compopt +o default

  case ${prev_word} in
    '--dry-run')
      return
      ;;
    '-o'|'--output')
      return
      ;;
    '--template')
      return
      ;;
  esac

  if [[ "${curr_word}" == -* ]]; then
    COMPREPLY=( $(compgen -W "${flag_opts} ${arg_opts}" -- "${curr_word}") )
  else
    local positionals=""
    local IFS=$'\n'
    COMPREPLY=( $(compgen -W "${commands// /$'\n'}${IFS}${positionals}" -- "${curr_word}") )
  fi
}

# Generates completions for the options and subcommands of the `who-can` subcommand.
function _picocli_s2ioc_adm_policy_whocan() {
  # Get completion data
  local curr_word=${COMP_WORDS[COMP_CWORD]}
  local prev_word=${COMP_WORDS[COMP_CWORD-1]}

  local commands=""
  local flag_opts="'-A' '--all-namespaces' '--allow-missing-template-keys' '--show-managed-fields' '-h' '--help'"
  local arg_opts="'--subresource' '-o' '--output' '--template'"

  type compopt &>/dev/null && compopt +o default

  case ${prev_word} in
    '--subresource')
      return
      ;;
    '-o'|'--output')
      return
      ;;
    '--template')
      return
      ;;
  esac

  if [[ "${curr_word}" == -* ]]; then
    COMPREPLY=( $(compgen -W "${flag_opts} ${arg_opts}" -- "${curr_word}") )
  else
    local positionals=""
    local IFS=$'\n'
    COMPREPLY=( $(compgen -W "${commands// /$'\n'}${IFS}${positionals}" -- "${curr_word}") )
  fi
}

# Generates completions for the options and subcommands of the `add-cluster-role-to-group` subcommand.
function _picocli_s2ioc_adm_policy_addclusterroletogroup() {
  # Get completion data
  local curr_word=${COMP_WORDS[COMP_CWORD]}
  local prev_word=${COMP_WORDS[COMP_CWORD-1]}

  local commands=""
  local flag_opts="'--allow-missing-template-keys' '--show-managed-fields' '-h' '--help'"
  local arg_opts="'--role-namespace' '--rolebinding-name' '--dry-run' '-o' '--output' '--template'"

  type compopt &>/dev/null && compopt +o default

  case ${prev_word} in
    '--role-namespace')
      return
      ;;
    '--rolebinding-name')
      return
      ;;
    '--dry-run')
      return
      ;;
    '-o'|'--output')
      return
      ;;
    '--template')
      return
      ;;
  esac

  if [[ "${curr_word}" == -* ]]; then
    COMPREPLY=( $(compgen -W "${flag_opts} ${arg_opts}" -- "${curr_word}") )
  else
    local positionals=""
    local IFS=$'\n'
    COMPREPLY=( $(compgen -W "${commands// /$'\n'}${IFS}${positionals}" -- "${curr_word}") )
  fi
}

# Generates completions for the options and subcommands of the `add-cluster-role-to-user` subcommand.
function _picocli_s2ioc_adm_policy_addclusterroletouser() {
  # Get completion data
  local curr_word=${COMP_WORDS[COMP_CWORD]}
  local prev_word=${COMP_WORDS[COMP_CWORD-1]}

  local commands=""
  local flag_opts="'--allow-missing-template-keys' '--show-managed-fields' '-h' '--help'"
  local arg_opts="'-z' '--serviceaccount' '--role-namespace' '--rolebinding-name' '--dry-run' '-o' '--output' '--template'"

  type compopt &>/dev/null && compopt +o default

  case ${prev_word} in
    '-z'|'--serviceaccount')
      return
      ;;
    '--role-namespace')
      return
      ;;
    '--rolebinding-name')
      return
      ;;
    '--dry-run')
      return
      ;;
    '-o'|'--output')
      return
      ;;
    '--template')
      return
      ;;
  esac

  if [[ "${curr_word}" == -* ]]; then
    COMPREPLY=( $(compgen -W "${flag_opts} ${arg_opts}" -- "${curr_word}") )
  else
    local positionals=""
    local IFS=$'\n'
    COMPREPLY=( $(compgen -W "${commands// /$'\n'}${IFS}${positionals}" -- "${curr_word}") )
  fi
}

# Generates completions for the options and subcommands of the `remove-cluster-role-from-group` subcommand.
function _picocli_s2ioc_adm_policy_removeclusterrolefromgroup() {
  # Get completion data
  local curr_word=${COMP_WORDS[COMP_CWORD]}
  local prev_word=${COMP_WORDS[COMP_CWORD-1]}

  local commands=""
  local flag_opts="'--allow-missing-template-keys' '--show-managed-fields' '-h' '--help'"
  local arg_opts="'--role-namespace' '--rolebinding-name' '--dry-run' '-o' '--output' '--template'"

  type compopt &>/dev/null && compopt +o default

  case ${prev_word} in
    '--role-namespace')
      return
      ;;
    '--rolebinding-name')
      return
      ;;
    '--dry-run')
      return
      ;;
    '-o'|'--output')
      return
      ;;
    '--template')
      return
      ;;
  esac

  if [[ "${curr_word}" == -* ]]; then
    COMPREPLY=( $(compgen -W "${flag_opts} ${arg_opts}" -- "${curr_word}") )
  else
    local positionals=""
    local IFS=$'\n'
    COMPREPLY=( $(compgen -W "${commands// /$'\n'}${IFS}${positionals}" -- "${curr_word}") )
  fi
}

# Generates completions for the options and subcommands of the `remove-cluster-role-from-user` subcommand.
function _picocli_s2ioc_adm_policy_removeclusterrolefromuser() {
  # Get completion data
  local curr_word=${COMP_WORDS[COMP_CWORD]}
  local prev_word=${COMP_WORDS[COMP_CWORD-1]}

  local commands=""
  local flag_opts="'--allow-missing-template-keys' '--show-managed-fields' '-h' '--help'"
  local arg_opts="'-z' '--serviceaccount' '--role-namespace' '--rolebinding-name' '--dry-run' '-o' '--output' '--template'"

  type compopt &>/dev/null && compopt +o default

  case ${prev_word} in
    '-z'|'--serviceaccount')
      return
      ;;
    '--role-namespace')
      return
      ;;
    '--rolebinding-name')
      return
      ;;
    '--dry-run')
      return
      ;;
    '-o'|'--output')
      return
      ;;
    '--template')
      return
      ;;
  esac

  if [[ "${curr_word}" == -* ]]; then
    COMPREPLY=( $(compgen -W "${flag_opts} ${arg_opts}" -- "${curr_word}") )
  else
    local positionals=""
    local IFS=$'\n'
    COMPREPLY=( $(compgen -W "${commands// /$'\n'}${IFS}${positionals}" -- "${curr_word}") )
  fi
}

# Generates completions for the options and subcommands of the `builds` subcommand.
function _picocli_s2ioc_adm_prune_builds() {
  # Get completion data
  local curr_word=${COMP_WORDS[COMP_CWORD]}
  local prev_word=${COMP_WORDS[COMP_CWORD-1]}

  local commands=""
  local flag_opts="'--confirm' '--orphans' '-h' '--help'"
  local arg_opts="'--keep-younger-than' '--keep-complete' '--keep-failed'"

  type compopt &>/dev/null && compopt +o default

  case ${prev_word} in
    '--keep-younger-than')
      return
      ;;
    '--keep-complete')
      return
      ;;
    '--keep-failed')
      return
      ;;
  esac

  if [[ "${curr_word}" == -* ]]; then
    COMPREPLY=( $(compgen -W "${flag_opts} ${arg_opts}" -- "${curr_word}") )
  else
    local positionals=""
    local IFS=$'\n'
    COMPREPLY=( $(compgen -W "${commands// /$'\n'}${IFS}${positionals}" -- "${curr_word}") )
  fi
}

# Generates completions for the options and subcommands of the `deployments` subcommand.
function _picocli_s2ioc_adm_prune_deployments() {
  # Get completion data
  local curr_word=${COMP_WORDS[COMP_CWORD]}
  local prev_word=${COMP_WORDS[COMP_CWORD-1]}

  local commands=""
  local flag_opts="'--confirm' '--orphans' '-h' '--help'"
  local arg_opts="'--keep-younger-than' '--keep-complete' '--keep-failed'"

  type compopt &>/dev/null && compopt +o default

  case ${prev_word} in
    '--keep-younger-than')
      return
      ;;
    '--keep-complete')
      return
      ;;
    '--keep-failed')
      return
      ;;
  esac

  if [[ "${curr_word}" == -* ]]; then
    COMPREPLY=( $(compgen -W "${flag_opts} ${arg_opts}" -- "${curr_word}") )
  else
    local positionals=""
    local IFS=$'\n'
    COMPREPLY=( $(compgen -W "${commands// /$'\n'}${IFS}${positionals}" -- "${curr_word}") )
  fi
}

# Generates completions for the options and subcommands of the `link` subcommand.
function _picocli_s2ioc_secrets_link() {
  # Get completion data
  local curr_word=${COMP_WORDS[COMP_CWORD]}
  local prev_word=${COMP_WORDS[COMP_CWORD-1]}

  local commands=""
  local flag_opts="'-h' '--help'"
  local arg_opts="'--for'"

  type compopt &>/dev/null && compopt +o default

  case ${prev_word} in
    '--for')
      return
      ;;
  esac

  if [[ "${curr_word}" == -* ]]; then
    COMPREPLY=( $(compgen -W "${flag_opts} ${arg_opts}" -- "${curr_word}") )
  else
    local positionals=""
    local IFS=$'\n'
    COMPREPLY=( $(compgen -W "${commands// /$'\n'}${IFS}${positionals}" -- "${curr_word}") )
  fi
}

# Generates completions for the options and subcommands of the `unlink` subcommand.
function _picocli_s2ioc_secrets_unlink() {
  # Get completion data
  local curr_word=${COMP_WORDS[COMP_CWORD]}
  local prev_word=${COMP_WORDS[COMP_CWORD-1]}

  local commands=""
  local flag_opts="'-h' '--help'"
  local arg_opts=""

  if [[ "${curr_word}" == -* ]]; then
    COMPREPLY=( $(compgen -W "${flag_opts} ${arg_opts}" -- "${curr_word}") )
  else
    local positionals=""
    local IFS=$'\n'
    COMPREPLY=( $(compgen -W "${commands// /$'\n'}${IFS}${positionals}" -- "${curr_word}") )
  fi
}

# Generates completions for the options and subcommands of the `dump` subcommand.
function _picocli_s2ioc_clusterinfo_dump() {
  # Get completion data
  local curr_word=${COMP_WORDS[COMP_CWORD]}
  local prev_word=${COMP_WORDS[COMP_CWORD-1]}

  local commands=""
  local flag_opts="'-A' '--all-namespaces' '-h' '--help'"
  local arg_opts="'--namespaces' '--output-directory' '-o' '--output'"

  type compopt &>/dev/null && compopt +o default

  case ${prev_word} in
    '--namespaces')
      return
      ;;
    '--output-directory')
      return
      ;;
    '-o'|'--output')
      return
      ;;
  esac

  if [[ "${curr_word}" == -* ]]; then
    COMPREPLY=( $(compgen -W "${flag_opts} ${arg_opts}" -- "${curr_word}") )
  else
    local positionals=""
    local IFS=$'\n'
    COMPREPLY=( $(compgen -W "${commands// /$'\n'}${IFS}${positionals}" -- "${curr_word}") )
  fi
}

# Generates completions for the options and subcommands of the `info` subcommand.
function _picocli_s2ioc_registry_info() {
  # Get completion data
  local curr_word=${COMP_WORDS[COMP_CWORD]}
  local prev_word=${COMP_WORDS[COMP_CWORD-1]}

  local commands=""
  local flag_opts="'--check' '--internal' '--public' '-q' '--quiet' '--insecure' '-h' '--help'"
  local arg_opts="'-a' '--registry-config'"

  type compopt &>/dev/null && compopt +o default

  case ${prev_word} in
    '-a'|'--registry-config')
      return
      ;;
  esac

  if [[ "${curr_word}" == -* ]]; then
    COMPREPLY=( $(compgen -W "${flag_opts} ${arg_opts}" -- "${curr_word}") )
  else
    local positionals=""
    local IFS=$'\n'
    COMPREPLY=( $(compgen -W "${commands// /$'\n'}${IFS}${positionals}" -- "${curr_word}") )
  fi
}

# Generates completions for the options and subcommands of the `login` subcommand.
function _picocli_s2ioc_registry_login() {
  # Get completion data
  local curr_word=${COMP_WORDS[COMP_CWORD]}
  local prev_word=${COMP_WORDS[COMP_CWORD-1]}

  local commands=""
  local flag_opts="'--skip-check' '--insecure' '-h' '--help'"
  local arg_opts="'--auth-basic' '--registry' '--to' '-z' '--service-account' '-a' '--registry-config'"

  type compopt &>/dev/null && compopt +o default

  case ${prev_word} in
    '--auth-basic')
      return
      ;;
    '--registry')
      return
      ;;
    '--to')
      return
      ;;
    '-z'|'--service-account')
      return
      ;;
    '-a'|'--registry-config')
      return
      ;;
  esac

  if [[ "${curr_word}" == -* ]]; then
    COMPREPLY=( $(compgen -W "${flag_opts} ${arg_opts}" -- "${curr_word}") )
  else
    local positionals=""
    local IFS=$'\n'
    COMPREPLY=( $(compgen -W "${commands// /$'\n'}${IFS}${positionals}" -- "${curr_word}") )
  fi
}

# Generates completions for the options and subcommands of the `info` subcommand.
function _picocli_s2ioc_image_info() {
  # Get completion data
  local curr_word=${COMP_WORDS[COMP_CWORD]}
  local prev_word=${COMP_WORDS[COMP_CWORD-1]}

  local commands=""
  local flag_opts="'--show-multiarch' '--skip-verification' '--insecure' '-h' '--help'"
  local arg_opts="'--filter-by-os' '-o' '--output' '--dir' '--icsp-file' '-a' '--registry-config'"

  type compopt &>/dev/null && compopt +o default

  case ${prev_word} in
    '--filter-by-os')
      return
      ;;
    '-o'|'--output')
      return
      ;;
    '--dir')
      return
      ;;
    '--icsp-file')
      return
      ;;
    '-a'|'--registry-config')
      return
      ;;
  esac

  if [[ "${curr_word}" == -* ]]; then
    COMPREPLY=( $(compgen -W "${flag_opts} ${arg_opts}" -- "${curr_word}") )
  else
    local positionals=""
    local IFS=$'\n'
    COMPREPLY=( $(compgen -W "${commands// /$'\n'}${IFS}${positionals}" -- "${curr_word}") )
  fi
}

# Generates completions for the options and subcommands of the `add-role-to-group` subcommand.
function _picocli_s2ioc_policy_addroletogroup() {
  # Get completion data
  local curr_word=${COMP_WORDS[COMP_CWORD]}
  local prev_word=${COMP_WORDS[COMP_CWORD-1]}

  local commands=""
  local flag_opts="'--allow-missing-template-keys' '--show-managed-fields' '-h' '--help'"
  local arg_opts="'--role-namespace' '--rolebinding-name' '--dry-run' '-o' '--output' '--template'"

  type compopt &>/dev/null && compopt +o default

  case ${prev_word} in
    '--role-namespace')
      return
      ;;
    '--rolebinding-name')
      return
      ;;
    '--dry-run')
      return
      ;;
    '-o'|'--output')
      return
      ;;
    '--template')
      return
      ;;
  esac

  if [[ "${curr_word}" == -* ]]; then
    COMPREPLY=( $(compgen -W "${flag_opts} ${arg_opts}" -- "${curr_word}") )
  else
    local positionals=""
    local IFS=$'\n'
    COMPREPLY=( $(compgen -W "${commands// /$'\n'}${IFS}${positionals}" -- "${curr_word}") )
  fi
}

# Generates completions for the options and subcommands of the `add-role-to-user` subcommand.
function _picocli_s2ioc_policy_addroletouser() {
  # Get completion data
  local curr_word=${COMP_WORDS[COMP_CWORD]}
  local prev_word=${COMP_WORDS[COMP_CWORD-1]}

  local commands=""
  local flag_opts="'--allow-missing-template-keys' '--show-managed-fields' '-h' '--help'"
  local arg_opts="'-z' '--serviceaccount' '--role-namespace' '--rolebinding-name' '--dry-run' '-o' '--output' '--template'"

  type compopt &>/dev/null && compopt +o default

  case ${prev_word} in
    '-z'|'--serviceaccount')
      return
      ;;
    '--role-namespace')
      return
      ;;
    '--rolebinding-name')
      return
      ;;
    '--dry-run')
      return
      ;;
    '-o'|'--output')
      return
      ;;
    '--template')
      return
      ;;
  esac

  if [[ "${curr_word}" == -* ]]; then
    COMPREPLY=( $(compgen -W "${flag_opts} ${arg_opts}" -- "${curr_word}") )
  else
    local positionals=""
    local IFS=$'\n'
    COMPREPLY=( $(compgen -W "${commands// /$'\n'}${IFS}${positionals}" -- "${curr_word}") )
  fi
}

# Generates completions for the options and subcommands of the `remove-group` subcommand.
function _picocli_s2ioc_policy_removegroup() {
  # Get completion data
  local curr_word=${COMP_WORDS[COMP_CWORD]}
  local prev_word=${COMP_WORDS[COMP_CWORD-1]}

  local commands=""
  local flag_opts="'--allow-missing-template-keys' '--show-managed-fields' '-h' '--help'"
  local arg_opts="'--dry-run' '-o' '--output' '--template'"

  type compopt &>/dev/null && compopt +o default

  case ${prev_word} in
    '--dry-run')
      return
      ;;
    '-o'|'--output')
      return
      ;;
    '--template')
      return
      ;;
  esac

  if [[ "${curr_word}" == -* ]]; then
    COMPREPLY=( $(compgen -W "${flag_opts} ${arg_opts}" -- "${curr_word}") )
  else
    local positionals=""
    local IFS=$'\n'
    COMPREPLY=( $(compgen -W "${commands// /$'\n'}${IFS}${positionals}" -- "${curr_word}") )
  fi
}

# Generates completions for the options and subcommands of the `remove-role-from-group` subcommand.
function _picocli_s2ioc_policy_removerolefromgroup() {
  # Get completion data
  local curr_word=${COMP_WORDS[COMP_CWORD]}
  local prev_word=${COMP_WORDS[COMP_CWORD-1]}

  local commands=""
  local flag_opts="'--allow-missing-template-keys' '--show-managed-fields' '-h' '--help'"
  local arg_opts="'--role-namespace' '--rolebinding-name' '--dry-run' '-o' '--output' '--template'"

  type compopt &>/dev/null && compopt +o default

  case ${prev_word} in
    '--role-namespace')
      return
      ;;
    '--rolebinding-name')
      return
      ;;
    '--dry-run')
      return
      ;;
    '-o'|'--output')
      return
      ;;
    '--template')
      return
      ;;
  esac

  if [[ "${curr_word}" == -* ]]; then
    COMPREPLY=( $(compgen -W "${flag_opts} ${arg_opts}" -- "${curr_word}") )
  else
    local positionals=""
    local IFS=$'\n'
    COMPREPLY=( $(compgen -W "${commands// /$'\n'}${IFS}${positionals}" -- "${curr_word}") )
  fi
}

# Generates completions for the options and subcommands of the `remove-role-from-user` subcommand.
function _picocli_s2ioc_policy_removerolefromuser() {
  # Get completion data
  local curr_word=${COMP_WORDS[COMP_CWORD]}
  local prev_word=${COMP_WORDS[COMP_CWORD-1]}

  local commands=""
  local flag_opts="'--allow-missing-template-keys' '--show-managed-fields' '-h' '--help'"
  local arg_opts="'-z' '--serviceaccount' '--role-namespace' '--rolebinding-name' '--dry-run' '-o' '--output' '--template'"

  type compopt &>/dev/null && compopt +o default

  case ${prev_word} in
    '-z'|'--serviceaccount')
      return
      ;;
    '--role-namespace')
      return
      ;;
    '--rolebinding-name')
      return
      ;;
    '--dry-run')
      return
      ;;
    '-o'|'--output')
      return
      ;;
    '--template')
      return
      ;;
  esac

  if [[ "${curr_word}" == -* ]]; then
    COMPREPLY=( $(compgen -W "${flag_opts} ${arg_opts}" -- "${curr_word}") )
  else
    local positionals=""
    local IFS=$'\n'
    COMPREPLY=( $(compgen -W "${commands// /$'\n'}${IFS}${positionals}" -- "${curr_word}") )
  fi
}

# Generates completions for the options and subcommands of the `remove-user` subcommand.
function _picocli_s2ioc_policy_removeuser() {
  # Get completion data
  local curr_word=${COMP_WORDS[COMP_CWORD]}
  local prev_word=${COMP_WORDS[COMP_CWORD-1]}

  local commands=""
  local flag_opts="'--allow-missing-template-keys' '--show-managed-fields' '-h' '--help'"
  local arg_opts="'--dry-run' '-o' '--output' '--template'"

  type compopt &>/dev/null && compopt +o default

  case ${prev_word} in
    '--dry-run')
      return
      ;;
    '-o'|'--output')
      return
      ;;
    '--template')
      return
      ;;
  esac

  if [[ "${curr_word}" == -* ]]; then
    COMPREPLY=( $(compgen -W "${flag_opts} ${arg_opts}" -- "${curr_word}") )
  else
    local positionals=""
    local IFS=$'\n'
    COMPREPLY=( $(compgen -W "${commands// /$'\n'}${IFS}${positionals}" -- "${curr_word}") )
  fi
}

# Generates completions for the options and subcommands of the `who-can` subcommand.
function _picocli_s2ioc_policy_whocan() {
  # Get completion data
  local curr_word=${COMP_WORDS[COMP_CWORD]}
  local prev_word=${COMP_WORDS[COMP_CWORD-1]}

  local commands=""
  local flag_opts="'-A' '--all-namespaces' '--allow-missing-template-keys' '--show-managed-fields' '-h' '--help'"
  local arg_opts="'--subresource' '-o' '--output' '--template'"

  type compopt &>/dev/null && compopt +o default

  case ${prev_word} in
    '--subresource')
      return
      ;;
    '-o'|'--output')
      return
      ;;
    '--template')
      return
      ;;
  esac

  if [[ "${curr_word}" == -* ]]; then
    COMPREPLY=( $(compgen -W "${flag_opts} ${arg_opts}" -- "${curr_word}") )
  else
    local positionals=""
    local IFS=$'\n'
    COMPREPLY=( $(compgen -W "${commands// /$'\n'}${IFS}${positionals}" -- "${curr_word}") )
  fi
}

# Generates completions for the options and subcommands of the `can-i` subcommand.
function _picocli_s2ioc_auth_cani() {
  # Get completion data
  local curr_word=${COMP_WORDS[COMP_CWORD]}
  local prev_word=${COMP_WORDS[COMP_CWORD-1]}

  local commands=""
  local flag_opts="'-A' '--all-namespaces' '-q' '--quiet' '--list' '--no-headers' '-h' '--help'"
  local arg_opts="'--subresource'"

  type compopt &>/dev/null && compopt +o default

  case ${prev_word} in
    '--subresource')
      return
      ;;
  esac

  if [[ "${curr_word}" == -* ]]; then
    COMPREPLY=( $(compgen -W "${flag_opts} ${arg_opts}" -- "${curr_word}") )
  else
    local positionals=""
    local IFS=$'\n'
    COMPREPLY=( $(compgen -W "${commands// /$'\n'}${IFS}${positionals}" -- "${curr_word}") )
  fi
}

# Generates completions for the options and subcommands of the `reconcile` subcommand.
function _picocli_s2ioc_auth_reconcile() {
  # Get completion data
  local curr_word=${COMP_WORDS[COMP_CWORD]}
  local prev_word=${COMP_WORDS[COMP_CWORD-1]}

  local commands=""
  local flag_opts="'--remove-extra-permissions' '--remove-extra-subjects' '-R' '--recursive' '--allow-missing-template-keys' '--show-managed-fields' '-h' '--help'"
  local arg_opts="'-f' '--filename' '-k' '--kustomize' '-o' '--output' '--template' '--dry-run'"

  type compopt &>/dev/null && compopt +o default

  case ${prev_word} in
    '-f'|'--filename')
      return
      ;;
    '-k'|'--kustomize')
      return
      ;;
    '-o'|'--output')
      return
      ;;
    '--template')
      return
      ;;
    '--dry-run')
      return
      ;;
  esac

  if [[ "${curr_word}" == -* ]]; then
    COMPREPLY=( $(compgen -W "${flag_opts} ${arg_opts}" -- "${curr_word}") )
  else
    local positionals=""
    local IFS=$'\n'
    COMPREPLY=( $(compgen -W "${commands// /$'\n'}${IFS}${positionals}" -- "${curr_word}") )
  fi
}

# Generates completions for the options and subcommands of the `whoami` subcommand.
function _picocli_s2ioc_auth_whoami() {
  # Get completion data
  local curr_word=${COMP_WORDS[COMP_CWORD]}
  local prev_word=${COMP_WORDS[COMP_CWORD-1]}

  local commands=""
  local flag_opts="'--allow-missing-template-keys' '--show-managed-fields' '-h' '--help'"
  local arg_opts="'-o' '--output' '--template'"

  type compopt &>/dev/null && compopt +o default

  case ${prev_word} in
    '-o'|'--output')
      return
      ;;
    '--template')
      return
      ;;
  esac

  if [[ "${curr_word}" == -* ]]; then
    COMPREPLY=( $(compgen -W "${flag_opts} ${arg_opts}" -- "${curr_word}") )
  else
    local positionals=""
    local IFS=$'\n'
    COMPREPLY=( $(compgen -W "${commands// /$'\n'}${IFS}${positionals}" -- "${curr_word}") )
  fi
}

# Generates completions for the options and subcommands of the `current-context` subcommand.
function _picocli_s2ioc_config_currentcontext() {
  # Get completion data
  local curr_word=${COMP_WORDS[COMP_CWORD]}
  local prev_word=${COMP_WORDS[COMP_CWORD-1]}

  local commands=""
  local flag_opts="'-h' '--help'"
  local arg_opts=""

  if [[ "${curr_word}" == -* ]]; then
    COMPREPLY=( $(compgen -W "${flag_opts} ${arg_opts}" -- "${curr_word}") )
  else
    local positionals=""
    local IFS=$'\n'
    COMPREPLY=( $(compgen -W "${commands// /$'\n'}${IFS}${positionals}" -- "${curr_word}") )
  fi
}

# Generates completions for the options and subcommands of the `delete-cluster` subcommand.
function _picocli_s2ioc_config_deletecluster() {
  # Get completion data
  local curr_word=${COMP_WORDS[COMP_CWORD]}
  local prev_word=${COMP_WORDS[COMP_CWORD-1]}

  local commands=""
  local flag_opts="'-h' '--help'"
  local arg_opts=""

  if [[ "${curr_word}" == -* ]]; then
    COMPREPLY=( $(compgen -W "${flag_opts} ${arg_opts}" -- "${curr_word}") )
  else
    local positionals=""
    local IFS=$'\n'
    COMPREPLY=( $(compgen -W "${commands// /$'\n'}${IFS}${positionals}" -- "${curr_word}") )
  fi
}

# Generates completions for the options and subcommands of the `delete-context` subcommand.
function _picocli_s2ioc_config_deletecontext() {
  # Get completion data
  local curr_word=${COMP_WORDS[COMP_CWORD]}
  local prev_word=${COMP_WORDS[COMP_CWORD-1]}

  local commands=""
  local flag_opts="'-h' '--help'"
  local arg_opts=""

  if [[ "${curr_word}" == -* ]]; then
    COMPREPLY=( $(compgen -W "${flag_opts} ${arg_opts}" -- "${curr_word}") )
  else
    local positionals=""
    local IFS=$'\n'
    COMPREPLY=( $(compgen -W "${commands// /$'\n'}${IFS}${positionals}" -- "${curr_word}") )
  fi
}

# Generates completions for the options and subcommands of the `delete-user` subcommand.
function _picocli_s2ioc_config_deleteuser() {
  # Get completion data
  local curr_word=${COMP_WORDS[COMP_CWORD]}
  local prev_word=${COMP_WORDS[COMP_CWORD-1]}

  local commands=""
  local flag_opts="'-h' '--help'"
  local arg_opts=""

  if [[ "${curr_word}" == -* ]]; then
    COMPREPLY=( $(compgen -W "${flag_opts} ${arg_opts}" -- "${curr_word}") )
  else
    local positionals=""
    local IFS=$'\n'
    COMPREPLY=( $(compgen -W "${commands// /$'\n'}${IFS}${positionals}" -- "${curr_word}") )
  fi
}

# Generates completions for the options and subcommands of the `get-clusters` subcommand.
function _picocli_s2ioc_config_getclusters() {
  # Get completion data
  local curr_word=${COMP_WORDS[COMP_CWORD]}
  local prev_word=${COMP_WORDS[COMP_CWORD-1]}

  local commands=""
  local flag_opts="'-h' '--help'"
  local arg_opts=""

  if [[ "${curr_word}" == -* ]]; then
    COMPREPLY=( $(compgen -W "${flag_opts} ${arg_opts}" -- "${curr_word}") )
  else
    local positionals=""
    local IFS=$'\n'
    COMPREPLY=( $(compgen -W "${commands// /$'\n'}${IFS}${positionals}" -- "${curr_word}") )
  fi
}

# Generates completions for the options and subcommands of the `get-contexts` subcommand.
function _picocli_s2ioc_config_getcontexts() {
  # Get completion data
  local curr_word=${COMP_WORDS[COMP_CWORD]}
  local prev_word=${COMP_WORDS[COMP_CWORD-1]}

  local commands=""
  local flag_opts="'--no-headers' '-h' '--help'"
  local arg_opts="'-o' '--output'"

  type compopt &>/dev/null && compopt +o default

  case ${prev_word} in
    '-o'|'--output')
      return
      ;;
  esac

  if [[ "${curr_word}" == -* ]]; then
    COMPREPLY=( $(compgen -W "${flag_opts} ${arg_opts}" -- "${curr_word}") )
  else
    local positionals=""
    local IFS=$'\n'
    COMPREPLY=( $(compgen -W "${commands// /$'\n'}${IFS}${positionals}" -- "${curr_word}") )
  fi
}

# Generates completions for the options and subcommands of the `get-users` subcommand.
function _picocli_s2ioc_config_getusers() {
  # Get completion data
  local curr_word=${COMP_WORDS[COMP_CWORD]}
  local prev_word=${COMP_WORDS[COMP_CWORD-1]}

  local commands=""
  local flag_opts="'-h' '--help'"
  local arg_opts=""

  if [[ "${curr_word}" == -* ]]; then
    COMPREPLY=( $(compgen -W "${flag_opts} ${arg_opts}" -- "${curr_word}") )
  else
    local positionals=""
    local IFS=$'\n'
    COMPREPLY=( $(compgen -W "${commands// /$'\n'}${IFS}${positionals}" -- "${curr_word}") )
  fi
}

# Generates completions for the options and subcommands of the `rename-context` subcommand.
function _picocli_s2ioc_config_renamecontext() {
  # Get completion data
  local curr_word=${COMP_WORDS[COMP_CWORD]}
  local prev_word=${COMP_WORDS[COMP_CWORD-1]}

  local commands=""
  local flag_opts="'-h' '--help'"
  local arg_opts=""

  if [[ "${curr_word}" == -* ]]; then
    COMPREPLY=( $(compgen -W "${flag_opts} ${arg_opts}" -- "${curr_word}") )
  else
    local positionals=""
    local IFS=$'\n'
    COMPREPLY=( $(compgen -W "${commands// /$'\n'}${IFS}${positionals}" -- "${curr_word}") )
  fi
}

# Generates completions for the options and subcommands of the `set` subcommand.
function _picocli_s2ioc_config_set() {
  # Get completion data
  local curr_word=${COMP_WORDS[COMP_CWORD]}
  local prev_word=${COMP_WORDS[COMP_CWORD-1]}

  local commands=""
  local flag_opts="'--set-raw-bytes' '-h' '--help'"
  local arg_opts=""

  if [[ "${curr_word}" == -* ]]; then
    COMPREPLY=( $(compgen -W "${flag_opts} ${arg_opts}" -- "${curr_word}") )
  else
    local positionals=""
    local IFS=$'\n'
    COMPREPLY=( $(compgen -W "${commands// /$'\n'}${IFS}${positionals}" -- "${curr_word}") )
  fi
}

# Generates completions for the options and subcommands of the `set-cluster` subcommand.
function _picocli_s2ioc_config_setcluster() {
  # Get completion data
  local curr_word=${COMP_WORDS[COMP_CWORD]}
  local prev_word=${COMP_WORDS[COMP_CWORD-1]}

  local commands=""
  local flag_opts="'--embed-certs' '-h' '--help'"
  local arg_opts="'--proxy-url'"

  type compopt &>/dev/null && compopt +o default

  case ${prev_word} in
    '--proxy-url')
      return
      ;;
  esac

  if [[ "${curr_word}" == -* ]]; then
    COMPREPLY=( $(compgen -W "${flag_opts} ${arg_opts}" -- "${curr_word}") )
  else
    local positionals=""
    local IFS=$'\n'
    COMPREPLY=( $(compgen -W "${commands// /$'\n'}${IFS}${positionals}" -- "${curr_word}") )
  fi
}

# Generates completions for the options and subcommands of the `set-context` subcommand.
function _picocli_s2ioc_config_setcontext() {
  # Get completion data
  local curr_word=${COMP_WORDS[COMP_CWORD]}
  local prev_word=${COMP_WORDS[COMP_CWORD-1]}

  local commands=""
  local flag_opts="'--current' '-h' '--help'"
  local arg_opts=""

  if [[ "${curr_word}" == -* ]]; then
    COMPREPLY=( $(compgen -W "${flag_opts} ${arg_opts}" -- "${curr_word}") )
  else
    local positionals=""
    local IFS=$'\n'
    COMPREPLY=( $(compgen -W "${commands// /$'\n'}${IFS}${positionals}" -- "${curr_word}") )
  fi
}

# Generates completions for the options and subcommands of the `set-credentials` subcommand.
function _picocli_s2ioc_config_setcredentials() {
  # Get completion data
  local curr_word=${COMP_WORDS[COMP_CWORD]}
  local prev_word=${COMP_WORDS[COMP_CWORD-1]}

  local commands=""
  local flag_opts="'--embed-certs' '-h' '--help'"
  local arg_opts="'--username' '--password' '--exec-command' '--exec-api-version' '--exec-arg' '--exec-env'"

  type compopt &>/dev/null && compopt +o default

  case ${prev_word} in
    '--username')
      return
      ;;
    '--password')
      return
      ;;
    '--exec-command')
      return
      ;;
    '--exec-api-version')
      return
      ;;
    '--exec-arg')
      return
      ;;
    '--exec-env')
      return
      ;;
  esac

  if [[ "${curr_word}" == -* ]]; then
    COMPREPLY=( $(compgen -W "${flag_opts} ${arg_opts}" -- "${curr_word}") )
  else
    local positionals=""
    local IFS=$'\n'
    COMPREPLY=( $(compgen -W "${commands// /$'\n'}${IFS}${positionals}" -- "${curr_word}") )
  fi
}

# Generates completions for the options and subcommands of the `unset` subcommand.
function _picocli_s2ioc_config_unset() {
  # Get completion data
  local curr_word=${COMP_WORDS[COMP_CWORD]}
  local prev_word=${COMP_WORDS[COMP_CWORD-1]}

  local commands=""
  local flag_opts="'-h' '--help'"
  local arg_opts=""

  if [[ "${curr_word}" == -* ]]; then
    COMPREPLY=( $(compgen -W "${flag_opts} ${arg_opts}" -- "${curr_word}") )
  else
    local positionals=""
    local IFS=$'\n'
    COMPREPLY=( $(compgen -W "${commands// /$'\n'}${IFS}${positionals}" -- "${curr_word}") )
  fi
}

# Generates completions for the options and subcommands of the `use-context` subcommand.
function _picocli_s2ioc_config_usecontext() {
  # Get completion data
  local curr_word=${COMP_WORDS[COMP_CWORD]}
  local prev_word=${COMP_WORDS[COMP_CWORD-1]}

  local commands=""
  local flag_opts="'-h' '--help'"
  local arg_opts=""

  if [[ "${curr_word}" == -* ]]; then
    COMPREPLY=( $(compgen -W "${flag_opts} ${arg_opts}" -- "${curr_word}") )
  else
    local positionals=""
    local IFS=$'\n'
    COMPREPLY=( $(compgen -W "${commands// /$'\n'}${IFS}${positionals}" -- "${curr_word}") )
  fi
}

# Generates completions for the options and subcommands of the `view` subcommand.
function _picocli_s2ioc_config_view() {
  # Get completion data
  local curr_word=${COMP_WORDS[COMP_CWORD]}
  local prev_word=${COMP_WORDS[COMP_CWORD-1]}

  local commands=""
  local flag_opts="'--raw' '--minify' '--flatten' '--merge' '--allow-missing-template-keys' '--show-managed-fields' '-h' '--help'"
  local arg_opts="'-o' '--output' '--template'"

  type compopt &>/dev/null && compopt +o default

  case ${prev_word} in
    '-o'|'--output')
      return
      ;;
    '--template')
      return
      ;;
  esac

  if [[ "${curr_word}" == -* ]]; then
    COMPREPLY=( $(compgen -W "${flag_opts} ${arg_opts}" -- "${curr_word}") )
  else
    local positionals=""
    local IFS=$'\n'
    COMPREPLY=( $(compgen -W "${commands// /$'\n'}${IFS}${positionals}" -- "${curr_word}") )
  fi
}

# Generates completions for the options and subcommands of the `list` subcommand.
function _picocli_s2ioc_plugin_list() {
  # Get completion data
  local curr_word=${COMP_WORDS[COMP_CWORD]}
  local prev_word=${COMP_WORDS[COMP_CWORD-1]}

  local commands=""
  local flag_opts="'--name-only' '-h' '--help'"
  local arg_opts=""

  if [[ "${curr_word}" == -* ]]; then
    COMPREPLY=( $(compgen -W "${flag_opts} ${arg_opts}" -- "${curr_word}") )
  else
    local positionals=""
    local IFS=$'\n'
    COMPREPLY=( $(compgen -W "${commands// /$'\n'}${IFS}${positionals}" -- "${curr_word}") )
  fi
}

# Generates completions for the options and subcommands of the `up` subcommand.
function _picocli_s2ioc_cluster_up() {
  # Get completion data
  local curr_word=${COMP_WORDS[COMP_CWORD]}
  local prev_word=${COMP_WORDS[COMP_CWORD-1]}

  local commands=""
  local flag_opts="'--cache-layers' '--anonymous-pull' '-h' '--help'"
  local arg_opts="'--port' '--registry-port' '--engine'"

  type compopt &>/dev/null && compopt +o default

  case ${prev_word} in
    '--port')
      return
      ;;
    '--registry-port')
      return
      ;;
    '--engine')
      return
      ;;
  esac

  if [[ "${curr_word}" == -* ]]; then
    COMPREPLY=( $(compgen -W "${flag_opts} ${arg_opts}" -- "${curr_word}") )
  else
    local positionals=""
    local IFS=$'\n'
    COMPREPLY=( $(compgen -W "${commands// /$'\n'}${IFS}${positionals}" -- "${curr_word}") )
  fi
}

# Generates completions for the options and subcommands of the `status` subcommand.
function _picocli_s2ioc_cluster_status() {
  # Get completion data
  local curr_word=${COMP_WORDS[COMP_CWORD]}
  local prev_word=${COMP_WORDS[COMP_CWORD-1]}

  local commands=""
  local flag_opts="'-h' '--help'"
  local arg_opts=""

  if [[ "${curr_word}" == -* ]]; then
    COMPREPLY=( $(compgen -W "${flag_opts} ${arg_opts}" -- "${curr_word}") )
  else
    local positionals=""
    local IFS=$'\n'
    COMPREPLY=( $(compgen -W "${commands// /$'\n'}${IFS}${positionals}" -- "${curr_word}") )
  fi
}

# Generates completions for the options and subcommands of the `down` subcommand.
function _picocli_s2ioc_cluster_down() {
  # Get completion data
  local curr_word=${COMP_WORDS[COMP_CWORD]}
  local prev_word=${COMP_WORDS[COMP_CWORD-1]}

  local commands=""
  local flag_opts="'-h' '--help'"
  local arg_opts=""

  if [[ "${curr_word}" == -* ]]; then
    COMPREPLY=( $(compgen -W "${flag_opts} ${arg_opts}" -- "${curr_word}") )
  else
    local positionals=""
    local IFS=$'\n'
    COMPREPLY=( $(compgen -W "${commands// /$'\n'}${IFS}${positionals}" -- "${curr_word}") )
  fi
}

# Generates completions for the options and subcommands of the `prune` subcommand.
function _picocli_s2ioc_cluster_prune() {
  # Get completion data
  local curr_word=${COMP_WORDS[COMP_CWORD]}
  local prev_word=${COMP_WORDS[COMP_CWORD-1]}

  local commands=""
  local flag_opts="'--confirm' '-h' '--help'"
  local arg_opts="'--keep-younger-than'"

  type compopt &>/dev/null && compopt +o default

  case ${prev_word} in
    '--keep-younger-than')
      return
      ;;
  esac

  if [[ "${curr_word}" == -* ]]; then
    COMPREPLY=( $(compgen -W "${flag_opts} ${arg_opts}" -- "${curr_word}") )
  else
    local positionals=""
    local IFS=$'\n'
    COMPREPLY=( $(compgen -W "${commands// /$'\n'}${IFS}${positionals}" -- "${curr_word}") )
  fi
}

# Generates completions for the options and subcommands of the `delete` subcommand.
function _picocli_s2ioc_cluster_delete() {
  # Get completion data
  local curr_word=${COMP_WORDS[COMP_CWORD]}
  local prev_word=${COMP_WORDS[COMP_CWORD-1]}

  local commands=""
  local flag_opts="'-h' '--help'"
  local arg_opts=""

  if [[ "${curr_word}" == -* ]]; then
    COMPREPLY=( $(compgen -W "${flag_opts} ${arg_opts}" -- "${curr_word}") )
  else
    local positionals=""
    local IFS=$'\n'
    COMPREPLY=( $(compgen -W "${commands// /$'\n'}${IFS}${positionals}" -- "${curr_word}") )
  fi
}

# Generates completions for the options and subcommands of the `export` subcommand.
function _picocli_s2ioc_cluster_export() {
  # Get completion data
  local curr_word=${COMP_WORDS[COMP_CWORD]}
  local prev_word=${COMP_WORDS[COMP_CWORD-1]}

  local commands=""
  local flag_opts="'-h' '--help'"
  local arg_opts="'-o' '--output' '--images'"

  type compopt &>/dev/null && compopt +o default

  case ${prev_word} in
    '-o'|'--output')
      return
      ;;
    '--images')
      return
      ;;
  esac

  if [[ "${curr_word}" == -* ]]; then
    COMPREPLY=( $(compgen -W "${flag_opts} ${arg_opts}" -- "${curr_word}") )
  else
    local positionals=""
    local IFS=$'\n'
    COMPREPLY=( $(compgen -W "${commands// /$'\n'}${IFS}${positionals}" -- "${curr_word}") )
  fi
}

# Generates completions for the options and subcommands of the `import` subcommand.
function _picocli_s2ioc_cluster_import() {
  # Get completion data
  local curr_word=${COMP_WORDS[COMP_CWORD]}
  local prev_word=${COMP_WORDS[COMP_CWORD-1]}

  local commands=""
  local flag_opts="'-R' '--recursive' '--overwrite' '-h' '--help'"
  local arg_opts="'-f' '--filename' '-k' '--kustomize' '--project' '--images' '--dry-run'"

  type compopt &>/dev/null && compopt +o default

  case ${prev_word} in
    '-f'|'--filename')
      return
      ;;
    '-k'|'--kustomize')
      return
      ;;
    '--project')
      return
      ;;
    '--images')
      return
      ;;
    '--dry-run')
      return
      ;;
  esac

  if [[ "${curr_word}" == -* ]]; then
    COMPREPLY=( $(compgen -W "${flag_opts} ${arg_opts}" -- "${curr_word}") )
  else
    local positionals=""
    local IFS=$'\n'
    COMPREPLY=( $(compgen -W "${commands// /$'\n'}${IFS}${positionals}" -- "${curr_word}") )
  fi
}

# Define a completion specification (a compspec) for the
# `s2ioc`, `s2ioc.sh`, and `s2ioc.bash` commands.
# Uses the bash `complete` builtin (see [6]) to specify that shell function
# `_complete_s2ioc` is responsible for generating possible completions for the
# current word on the command line.
# The `-o default` option means that if the function generated no matches, the
# default Bash completions and the Readline default filename completions are performed.
complete -F _complete_s2ioc -o default s2ioc s2ioc.sh s2ioc.bash
