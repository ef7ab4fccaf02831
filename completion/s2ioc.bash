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
  if [ "${COMP_LINE}" = "${COMP_WORDS[0]} project" ];    then _picocli_s2ioc; return $?; fi
  if [ "${COMP_LINE}" = "${COMP_WORDS[0]} projects" ];    then _picocli_s2ioc; return $?; fi
  if [ "${COMP_LINE}" = "${COMP_WORDS[0]} new-app" ];    then _picocli_s2ioc; return $?; fi
  if [ "${COMP_LINE}" = "${COMP_WORDS[0]} new-build" ];    then _picocli_s2ioc; return $?; fi
  if [ "${COMP_LINE}" = "${COMP_WORDS[0]} start-build" ];    then _picocli_s2ioc; return $?; fi
  if [ "${COMP_LINE}" = "${COMP_WORDS[0]} cancel-build" ];    then _picocli_s2ioc; return $?; fi
  if [ "${COMP_LINE}" = "${COMP_WORDS[0]} import-image" ];    then _picocli_s2ioc; return $?; fi
  if [ "${COMP_LINE}" = "${COMP_WORDS[0]} tag" ];    then _picocli_s2ioc; return $?; fi
  if [ "${COMP_LINE}" = "${COMP_WORDS[0]} logs" ];    then _picocli_s2ioc; return $?; fi
  if [ "${COMP_LINE}" = "${COMP_WORDS[0]} create" ];    then _picocli_s2ioc; return $?; fi
  if [ "${COMP_LINE}" = "${COMP_WORDS[0]} apply" ];    then _picocli_s2ioc; return $?; fi
  if [ "${COMP_LINE}" = "${COMP_WORDS[0]} get" ];    then _picocli_s2ioc; return $?; fi
  if [ "${COMP_LINE}" = "${COMP_WORDS[0]} describe" ];    then _picocli_s2ioc; return $?; fi
  if [ "${COMP_LINE}" = "${COMP_WORDS[0]} label" ];    then _picocli_s2ioc; return $?; fi
  if [ "${COMP_LINE}" = "${COMP_WORDS[0]} annotate" ];    then _picocli_s2ioc; return $?; fi
  if [ "${COMP_LINE}" = "${COMP_WORDS[0]} delete" ];    then _picocli_s2ioc; return $?; fi
  if [ "${COMP_LINE}" = "${COMP_WORDS[0]} set" ];    then _picocli_s2ioc; return $?; fi
  if [ "${COMP_LINE}" = "${COMP_WORDS[0]} replace" ];    then _picocli_s2ioc; return $?; fi
  if [ "${COMP_LINE}" = "${COMP_WORDS[0]} secrets" ];    then _picocli_s2ioc; return $?; fi
  if [ "${COMP_LINE}" = "${COMP_WORDS[0]} patch" ];    then _picocli_s2ioc; return $?; fi
  if [ "${COMP_LINE}" = "${COMP_WORDS[0]} auth" ];    then _picocli_s2ioc; return $?; fi
  if [ "${COMP_LINE}" = "${COMP_WORDS[0]} api-versions" ];    then _picocli_s2ioc; return $?; fi
  if [ "${COMP_LINE}" = "${COMP_WORDS[0]} api-resources" ];    then _picocli_s2ioc; return $?; fi
  if [ "${COMP_LINE}" = "${COMP_WORDS[0]} config" ];    then _picocli_s2ioc; return $?; fi
  if [ "${COMP_LINE}" = "${COMP_WORDS[0]} logout" ];    then _picocli_s2ioc; return $?; fi
  if [ "${COMP_LINE}" = "${COMP_WORDS[0]} whoami" ];    then _picocli_s2ioc; return $?; fi
  if [ "${COMP_LINE}" = "${COMP_WORDS[0]} completion" ];    then _picocli_s2ioc; return $?; fi
  if [ "${COMP_LINE}" = "${COMP_WORDS[0]} cluster" ];    then _picocli_s2ioc; return $?; fi
  if [ "${COMP_LINE}" = "${COMP_WORDS[0]} help" ];    then _picocli_s2ioc; return $?; fi
  if [ "${COMP_LINE}" = "${COMP_WORDS[0]} options" ];    then _picocli_s2ioc; return $?; fi
  if [ "${COMP_LINE}" = "${COMP_WORDS[0]} version" ];    then _picocli_s2ioc; return $?; fi
  if [ "${COMP_LINE}" = "${COMP_WORDS[0]} create imagestream" ];    then _picocli_s2ioc_create; return $?; fi
  if [ "${COMP_LINE}" = "${COMP_WORDS[0]} create is" ];    then _picocli_s2ioc_create; return $?; fi
  if [ "${COMP_LINE}" = "${COMP_WORDS[0]} create imagestreamtag" ];    then _picocli_s2ioc_create; return $?; fi
  if [ "${COMP_LINE}" = "${COMP_WORDS[0]} create istag" ];    then _picocli_s2ioc_create; return $?; fi
  if [ "${COMP_LINE}" = "${COMP_WORDS[0]} create secret" ];    then _picocli_s2ioc_create; return $?; fi
  if [ "${COMP_LINE}" = "${COMP_WORDS[0]} create configmap" ];    then _picocli_s2ioc_create; return $?; fi
  if [ "${COMP_LINE}" = "${COMP_WORDS[0]} create cm" ];    then _picocli_s2ioc_create; return $?; fi
  if [ "${COMP_LINE}" = "${COMP_WORDS[0]} create serviceaccount" ];    then _picocli_s2ioc_create; return $?; fi
  if [ "${COMP_LINE}" = "${COMP_WORDS[0]} create sa" ];    then _picocli_s2ioc_create; return $?; fi
  if [ "${COMP_LINE}" = "${COMP_WORDS[0]} create token" ];    then _picocli_s2ioc_create; return $?; fi
  if [ "${COMP_LINE}" = "${COMP_WORDS[0]} create namespace" ];    then _picocli_s2ioc_create; return $?; fi
  if [ "${COMP_LINE}" = "${COMP_WORDS[0]} create ns" ];    then _picocli_s2ioc_create; return $?; fi
  if [ "${COMP_LINE}" = "${COMP_WORDS[0]} create secret generic" ];    then _picocli_s2ioc_create_secret; return $?; fi
  if [ "${COMP_LINE}" = "${COMP_WORDS[0]} create secret docker-registry" ];    then _picocli_s2ioc_create_secret; return $?; fi
  if [ "${COMP_LINE}" = "${COMP_WORDS[0]} create secret tls" ];    then _picocli_s2ioc_create_secret; return $?; fi
  if [ "${COMP_LINE}" = "${COMP_WORDS[0]} set env" ];    then _picocli_s2ioc_set; return $?; fi
  if [ "${COMP_LINE}" = "${COMP_WORDS[0]} set build-hook" ];    then _picocli_s2ioc_set; return $?; fi
  if [ "${COMP_LINE}" = "${COMP_WORDS[0]} set build-secret" ];    then _picocli_s2ioc_set; return $?; fi
  if [ "${COMP_LINE}" = "${COMP_WORDS[0]} set image-lookup" ];    then _picocli_s2ioc_set; return $?; fi
  if [ "${COMP_LINE}" = "${COMP_WORDS[0]} secrets link" ];    then _picocli_s2ioc_secrets; return $?; fi
  if [ "${COMP_LINE}" = "${COMP_WORDS[0]} secrets unlink" ];    then _picocli_s2ioc_secrets; return $?; fi
  if [ "${COMP_LINE}" = "${COMP_WORDS[0]} auth can-i" ];    then _picocli_s2ioc_auth; return $?; fi
  if [ "${COMP_LINE}" = "${COMP_WORDS[0]} auth whoami" ];    then _picocli_s2ioc_auth; return $?; fi
  if [ "${COMP_LINE}" = "${COMP_WORDS[0]} config current-context" ];    then _picocli_s2ioc_config; return $?; fi
  if [ "${COMP_LINE}" = "${COMP_WORDS[0]} config get-contexts" ];    then _picocli_s2ioc_config; return $?; fi
  if [ "${COMP_LINE}" = "${COMP_WORDS[0]} config use-context" ];    then _picocli_s2ioc_config; return $?; fi
  if [ "${COMP_LINE}" = "${COMP_WORDS[0]} cluster up" ];    then _picocli_s2ioc_cluster; return $?; fi
  if [ "${COMP_LINE}" = "${COMP_WORDS[0]} cluster status" ];    then _picocli_s2ioc_cluster; return $?; fi
  if [ "${COMP_LINE}" = "${COMP_WORDS[0]} cluster down" ];    then _picocli_s2ioc_cluster; return $?; fi
  if [ "${COMP_LINE}" = "${COMP_WORDS[0]} cluster delete" ];    then _picocli_s2ioc_cluster; return $?; fi

  # Find the longest sequence of subcommands and call the bash function for that subcommand.
  local cmds0=(login)
  local cmds1=(new-project)
  local cmds2=(project)
  local cmds3=(projects)
  local cmds4=(new-app)
  local cmds5=(new-build)
  local cmds6=(start-build)
  local cmds7=(cancel-build)
  local cmds8=(import-image)
  local cmds9=(tag)
  local cmds10=(logs)
  local cmds11=(create)
  local cmds12=(apply)
  local cmds13=(get)
  local cmds14=(describe)
  local cmds15=(label)
  local cmds16=(annotate)
  local cmds17=(delete)
  local cmds18=(set)
  local cmds19=(replace)
  local cmds20=(secrets)
  local cmds21=(patch)
  local cmds22=(auth)
  local cmds23=(api-versions)
  local cmds24=(api-resources)
  local cmds25=(config)
  local cmds26=(logout)
  local cmds27=(whoami)
  local cmds28=(completion)
  local cmds29=(cluster)
  local cmds30=(help)
  local cmds31=(options)
  local cmds32=(version)
  local cmds33=(create imagestream)
  local cmds34=(create is)
  local cmds35=(create imagestreamtag)
  local cmds36=(create istag)
  local cmds37=(create secret)
  local cmds38=(create configmap)
  local cmds39=(create cm)
  local cmds40=(create serviceaccount)
  local cmds41=(create sa)
  local cmds42=(create token)
  local cmds43=(create namespace)
  local cmds44=(create ns)
  local cmds45=(create secret generic)
  local cmds46=(create secret docker-registry)
  local cmds47=(create secret tls)
  local cmds48=(set env)
  local cmds49=(set build-hook)
  local cmds50=(set build-secret)
  local cmds51=(set image-lookup)
  local cmds52=(secrets link)
  local cmds53=(secrets unlink)
  local cmds54=(auth can-i)
  local cmds55=(auth whoami)
  local cmds56=(config current-context)
  local cmds57=(config get-contexts)
  local cmds58=(config use-context)
  local cmds59=(cluster up)
  local cmds60=(cluster status)
  local cmds61=(cluster down)
  local cmds62=(cluster delete)

  if CompWordsContainsArray "${cmds62[@]}"; then _picocli_s2ioc_cluster_delete; return $?; fi
  if CompWordsContainsArray "${cmds61[@]}"; then _picocli_s2ioc_cluster_down; return $?; fi
  if CompWordsContainsArray "${cmds60[@]}"; then _picocli_s2ioc_cluster_status; return $?; fi
  if CompWordsContainsArray "${cmds59[@]}"; then _picocli_s2ioc_cluster_up; return $?; fi
  if CompWordsContainsArray "${cmds58[@]}"; then _picocli_s2ioc_config_usecontext; return $?; fi
  if CompWordsContainsArray "${cmds57[@]}"; then _picocli_s2ioc_config_getcontexts; return $?; fi
  if CompWordsContainsArray "${cmds56[@]}"; then _picocli_s2ioc_config_currentcontext; return $?; fi
  if CompWordsContainsArray "${cmds55[@]}"; then _picocli_s2ioc_auth_whoami; return $?; fi
  if CompWordsContainsArray "${cmds54[@]}"; then _picocli_s2ioc_auth_cani; return $?; fi
  if CompWordsContainsArray "${cmds53[@]}"; then _picocli_s2ioc_secrets_unlink; return $?; fi
  if CompWordsContainsArray "${cmds52[@]}"; then _picocli_s2ioc_secrets_link; return $?; fi
  if CompWordsContainsArray "${cmds51[@]}"; then _picocli_s2ioc_set_imagelookup; return $?; fi
  if CompWordsContainsArray "${cmds50[@]}"; then _picocli_s2ioc_set_buildsecret; return $?; fi
  if CompWordsContainsArray "${cmds49[@]}"; then _picocli_s2ioc_set_buildhook; return $?; fi
  if CompWordsContainsArray "${cmds48[@]}"; then _picocli_s2ioc_set_env; return $?; fi
  if CompWordsContainsArray "${cmds47[@]}"; then _picocli_s2ioc_create_secret_tls; return $?; fi
  if CompWordsContainsArray "${cmds46[@]}"; then _picocli_s2ioc_create_secret_dockerregistry; return $?; fi
  if CompWordsContainsArray "${cmds45[@]}"; then _picocli_s2ioc_create_secret_generic; return $?; fi
  if CompWordsContainsArray "${cmds44[@]}"; then _picocli_s2ioc_create_ns; return $?; fi
  if CompWordsContainsArray "${cmds43[@]}"; then _picocli_s2ioc_create_namespace; return $?; fi
  if CompWordsContainsArray "${cmds42[@]}"; then _picocli_s2ioc_create_token; return $?; fi
  if CompWordsContainsArray "${cmds41[@]}"; then _picocli_s2ioc_create_sa; return $?; fi
  if CompWordsContainsArray "${cmds40[@]}"; then _picocli_s2ioc_create_serviceaccount; return $?; fi
  if CompWordsContainsArray "${cmds39[@]}"; then _picocli_s2ioc_create_cm; return $?; fi
  if CompWordsContainsArray "${cmds38[@]}"; then _picocli_s2ioc_create_configmap; return $?; fi
  if CompWordsContainsArray "${cmds37[@]}"; then _picocli_s2ioc_create_secret; return $?; fi
  if CompWordsContainsArray "${cmds36[@]}"; then _picocli_s2ioc_create_istag; return $?; fi
  if CompWordsContainsArray "${cmds35[@]}"; then _picocli_s2ioc_create_imagestreamtag; return $?; fi
  if CompWordsContainsArray "${cmds34[@]}"; then _picocli_s2ioc_create_is; return $?; fi
  if CompWordsContainsArray "${cmds33[@]}"; then _picocli_s2ioc_create_imagestream; return $?; fi
  if CompWordsContainsArray "${cmds32[@]}"; then _picocli_s2ioc_version; return $?; fi
  if CompWordsContainsArray "${cmds31[@]}"; then _picocli_s2ioc_options; return $?; fi
  if CompWordsContainsArray "${cmds30[@]}"; then _picocli_s2ioc_help; return $?; fi
  if CompWordsContainsArray "${cmds29[@]}"; then _picocli_s2ioc_cluster; return $?; fi
  if CompWordsContainsArray "${cmds28[@]}"; then _picocli_s2ioc_completion; return $?; fi
  if CompWordsContainsArray "${cmds27[@]}"; then _picocli_s2ioc_whoami; return $?; fi
  if CompWordsContainsArray "${cmds26[@]}"; then _picocli_s2ioc_logout; return $?; fi
  if CompWordsContainsArray "${cmds25[@]}"; then _picocli_s2ioc_config; return $?; fi
  if CompWordsContainsArray "${cmds24[@]}"; then _picocli_s2ioc_apiresources; return $?; fi
  if CompWordsContainsArray "${cmds23[@]}"; then _picocli_s2ioc_apiversions; return $?; fi
  if CompWordsContainsArray "${cmds22[@]}"; then _picocli_s2ioc_auth; return $?; fi
  if CompWordsContainsArray "${cmds21[@]}"; then _picocli_s2ioc_patch; return $?; fi
  if CompWordsContainsArray "${cmds20[@]}"; then _picocli_s2ioc_secrets; return $?; fi
  if CompWordsContainsArray "${cmds19[@]}"; then _picocli_s2ioc_replace; return $?; fi
  if CompWordsContainsArray "${cmds18[@]}"; then _picocli_s2ioc_set; return $?; fi
  if CompWordsContainsArray "${cmds17[@]}"; then _picocli_s2ioc_delete; return $?; fi
  if CompWordsContainsArray "${cmds16[@]}"; then _picocli_s2ioc_annotate; return $?; fi
  if CompWordsContainsArray "${cmds15[@]}"; then _picocli_s2ioc_label; return $?; fi
  if CompWordsContainsArray "${cmds14[@]}"; then _picocli_s2ioc_describe; return $?; fi
  if CompWordsContainsArray "${cmds13[@]}"; then _picocli_s2ioc_get; return $?; fi
  if CompWordsContainsArray "${cmds12[@]}"; then _picocli_s2ioc_apply; return $?; fi
  if CompWordsContainsArray "${cmds11[@]}"; then _picocli_s2ioc_create; return $?; fi
  if CompWordsContainsArray "${cmds10[@]}"; then _picocli_s2ioc_logs; return $?; fi
  if CompWordsContainsArray "${cmds9[@]}"; then _picocli_s2ioc_tag; return $?; fi
  if CompWordsContainsArray "${cmds8[@]}"; then _picocli_s2ioc_importimage; return $?; fi
  if CompWordsContainsArray "${cmds7[@]}"; then _picocli_s2ioc_cancelbuild; return $?; fi
  if CompWordsContainsArray "${cmds6[@]}"; then _picocli_s2ioc_startbuild; return $?; fi
  if CompWordsContainsArray "${cmds5[@]}"; then _picocli_s2ioc_newbuild; return $?; fi
  if CompWordsContainsArray "${cmds4[@]}"; then _picocli_s2ioc_newapp; return $?; fi
  if CompWordsContainsArray "${cmds3[@]}"; then _picocli_s2ioc_projects; return $?; fi
  if CompWordsContainsArray "${cmds2[@]}"; then _picocli_s2ioc_project; return $?; fi
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

  local commands="login new-project project projects new-app new-build start-build cancel-build import-image tag logs create apply get describe label annotate delete set replace secrets patch auth api-versions api-resources config logout whoami completion cluster help options version"
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
  local flag_opts="'--allow-missing-images' '--allow-missing-imagestream-tags' '--dry-run' '--allow-missing-template-keys' '--show-managed-fields' '-h' '--help'"
  local arg_opts="'--name' '-i' '--image-stream' '--image' '--docker-image' '-l' '--labels' '-e' '--env' '--env-file' '-o' '--output' '--template'"

  type compopt &>/dev/null && compopt +o default

  case ${prev_word} in
    '--name')
      return
      ;;
    '-i'|'--image-stream')
      return
      ;;
    '--image'|'--docker-image')
      return
      ;;
    '-l'|'--labels')
      return
      ;;
    '-e'|'--env')
      return
      ;;
    '--env-file')
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
  local flag_opts="'--binary' '--allow-missing-images' '--allow-missing-imagestream-tags' '--dry-run' '--if-missing' '--update' '--to-docker' '--no-output' '--allow-missing-template-keys' '--show-managed-fields' '-h' '--help'"
  local arg_opts="'--name' '-D' '--dockerfile' '--strategy' '-i' '--image-stream' '--image' '--docker-image' '-l' '--labels' '--code' '--context-dir' '--source-secret' '--source-image' '--source-image-path' '-e' '--env' '--env-file' '--to' '--push-secret' '--build-arg' '--build-secret' '--build-config-map' '-o' '--output' '--template'"

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
  local flag_opts="'--no-ignore' '--list-files' '--incremental' '--no-cache' '-F' '--follow' '-w' '--wait' '--allow-missing-template-keys' '--show-managed-fields' '-h' '--help'"
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
  local flag_opts="'--dump-logs' '--restart' '-h' '--help'"
  local arg_opts="'--state'"

  type compopt &>/dev/null && compopt +o default

  case ${prev_word} in
    '--state')
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

# Generates completions for the options and subcommands of the `logs` subcommand.
function _picocli_s2ioc_logs() {
  # Get completion data
  local curr_word=${COMP_WORDS[COMP_CWORD]}
  local prev_word=${COMP_WORDS[COMP_CWORD-1]}

  local commands=""
  local flag_opts="'-p' '--previous' '--timestamps' '--all-containers' '--all-pods' '--prefix' '--ignore-errors' '-f' '--follow' '-h' '--help'"
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

# Generates completions for the options and subcommands of the `create` subcommand.
function _picocli_s2ioc_create() {
  # Get completion data
  local curr_word=${COMP_WORDS[COMP_CWORD]}
  local prev_word=${COMP_WORDS[COMP_CWORD-1]}

  local commands="imagestream is imagestreamtag istag secret configmap cm serviceaccount sa token namespace ns"
  local flag_opts="'-R' '--recursive' '--allow-missing-template-keys' '--show-managed-fields' '--save-config' '-h' '--help'"
  local arg_opts="'--raw' '-f' '--filename' '-k' '--kustomize' '-o' '--output' '--template' '--dry-run' '--field-manager' '--validate'"

  type compopt &>/dev/null && compopt +o default

  case ${prev_word} in
    '--raw')
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

  local commands=""
  local flag_opts="'--server-side' '--force-conflicts' '--prune' '-R' '--recursive' '--allow-missing-template-keys' '--show-managed-fields' '-h' '--help'"
  local arg_opts="'--field-manager' '--validate' '-f' '--filename' '-k' '--kustomize' '-o' '--output' '--template' '--dry-run'"

  type compopt &>/dev/null && compopt +o default

  case ${prev_word} in
    '--field-manager')
      return
      ;;
    '--validate')
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
  local flag_opts="'-A' '--all-namespaces' '-R' '--recursive' '--show-events' '-h' '--help'"
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
  local flag_opts="'--all' '--list' '--overwrite' '-A' '--all-namespaces' '-R' '--recursive' '--allow-missing-template-keys' '--show-managed-fields' '-h' '--help'"
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
  local flag_opts="'--all' '--list' '--overwrite' '-A' '--all-namespaces' '-R' '--recursive' '--allow-missing-template-keys' '--show-managed-fields' '-h' '--help'"
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

# Generates completions for the options and subcommands of the `set` subcommand.
function _picocli_s2ioc_set() {
  # Get completion data
  local curr_word=${COMP_WORDS[COMP_CWORD]}
  local prev_word=${COMP_WORDS[COMP_CWORD-1]}

  local commands="env build-hook build-secret image-lookup"
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
  local flag_opts="'--save-config' '-R' '--recursive' '--allow-missing-template-keys' '--show-managed-fields' '-h' '--help'"
  local arg_opts="'-f' '--filename' '-k' '--kustomize' '-o' '--output' '--template' '--dry-run' '--field-manager' '--validate'"

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
  local flag_opts="'-R' '--recursive' '--allow-missing-template-keys' '--show-managed-fields' '-h' '--help'"
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

# Generates completions for the options and subcommands of the `auth` subcommand.
function _picocli_s2ioc_auth() {
  # Get completion data
  local curr_word=${COMP_WORDS[COMP_CWORD]}
  local prev_word=${COMP_WORDS[COMP_CWORD-1]}

  local commands="can-i whoami"
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
  local flag_opts="'--namespaced' '--no-headers' '-h' '--help'"
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

  local commands="current-context get-contexts use-context"
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

  local commands="up status down delete"
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

# Generates completions for the options and subcommands of the `can-i` subcommand.
function _picocli_s2ioc_auth_cani() {
  # Get completion data
  local curr_word=${COMP_WORDS[COMP_CWORD]}
  local prev_word=${COMP_WORDS[COMP_CWORD-1]}

  local commands=""
  local flag_opts="'-A' '--all-namespaces' '-q' '--quiet' '-h' '--help'"
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

# Generates completions for the options and subcommands of the `up` subcommand.
function _picocli_s2ioc_cluster_up() {
  # Get completion data
  local curr_word=${COMP_WORDS[COMP_CWORD]}
  local prev_word=${COMP_WORDS[COMP_CWORD-1]}

  local commands=""
  local flag_opts="'-h' '--help'"
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

# Define a completion specification (a compspec) for the
# `s2ioc`, `s2ioc.sh`, and `s2ioc.bash` commands.
# Uses the bash `complete` builtin (see [6]) to specify that shell function
# `_complete_s2ioc` is responsible for generating possible completions for the
# current word on the command line.
# The `-o default` option means that if the function generated no matches, the
# default Bash completions and the Readline default filename completions are performed.
complete -F _complete_s2ioc -o default s2ioc s2ioc.sh s2ioc.bash
