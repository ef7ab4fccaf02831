# Becomes the program of a container. Perl, because no single program can change root, ids, working directory and
# environment and then run a program of the new root. Arguments: the task and a sheet of names and values, all ended by NUL.
#   make:  in a new mount namespace, about to make a process namespace; mounts the container's files, then runs
#   enter: from the namespaces of a container, to run one more program in it
#   run:   what both end with, when the rights that a container does not have are given up
# What fails until the program runs is said on standard error; "exec" on the socket and its end mean that it runs.
use strict;
use warnings;
use Cwd ();
use POSIX ();
use Socket;

my $MOST_LINKS = 40;

# What docker and podman leave to root in a container.
my %CAPABILITIES = (chown => 0, dac_override => 1, fowner => 3, fsetid => 4, kill => 5, setgid => 6, setuid => 7,
    setpcap => 8, net_bind_service => 10, net_raw => 13, sys_chroot => 18, mknod => 27, audit_write => 29, setfcap => 31);

# The numbers of system calls, where they are known.
my $CALLS = {x86_64 => {prctl => 157, setns => 308}, aarch64 => {prctl => 167, setns => 268}}->{(POSIX::uname())[4]};
my $DROP_FROM_BOUNDING_SET = 24;
my $MOUNT_NAMESPACE = 0x20000;

my ($task, $file) = @ARGV;
open my $talk, '>&', \*STDERR or die "no standard error: $!\n";
my %sheet = read_sheet($file);

if ($task eq 'make') {
    become_first();
    make_root();
    # Not before: what makes the container must not be ended by its limits.
    join_groups();
    give_up_rights('.');
} elsif ($task eq 'enter') {
    join_groups();
    # Now, because only who may trace a process may look into its root.
    my $target = '/proc/' . one('target');
    if ($CALLS) {
        # No other program can be run from there: what setpriv does is done here.
        open my $mounts, '<', "$target/ns/mnt" or fail("the container's mounts: $!");
        run(sub { enter_mounts($mounts) });
    }
    chdir "$target/root" or fail("the container's files: $!");
    give_up_rights('.');
} else {
    my $root = $ARGV[2];
    run(sub { chroot $root or fail("the root cannot be changed: $!") });
}

sub fail { print $talk @_, "\n"; exit 125 }

sub read_sheet {
    my ($from) = @_;
    open my $in, '<', $from or fail "$from: $!";
    local $/;
    my @fields = split /\0/, <$in>, -1;
    my %read;
    while (@fields > 1) {
        my ($name, $value) = splice @fields, 0, 2;
        push @{$read{$name}}, $value;
    }
    return %read;
}

sub all { return @{$sheet{$_[0]} || []} }
sub one { return (all($_[0]))[0] // '' }

# Limits hold for this process and all that it starts.
sub join_groups {
    for my $processes (all('cgroup')) {
        open my $members, '>', $processes or fail "$processes: $!";
        print $members '0';
        close $members or fail "$processes: $!";
    }
}

# The one that stays behind ends as its child does. Not left to unshare --fork: before 2.39 it takes a signal for a failure.
sub become_first {
    my $pid = fork;
    defined $pid or fail "no process: $!";
    return if !$pid;
    close $talk;
    waitpid $pid, 0;
    my $signal = $? & 127;
    POSIX::_exit($signal ? 128 + $signal : $? >> 8);
}

sub make_root {
    my $root = mounted_files();
    my @table = ("$root $root none bind");
    my $mount = sub {
        my ($source, $target, $type, $options) = @_;
        push @table, join ' ', map { s/([\s\\#])/sprintf '\\%03o', ord $1/ger } ($source, $target, $type, $options);
    };
    my $directory = sub { make_directory(inside($root, $_[0])) };
    $mount->(one('dev'), $directory->('/dev'), 'none', 'bind');
    $mount->("/dev/$_", "$root/dev/$_", 'none', 'bind') for qw(null zero full random urandom tty);
    $mount->('devpts', "$root/dev/pts", 'devpts', 'newinstance,ptmxmode=0666,mode=0620,nosuid,noexec');
    $mount->(one('shm'), "$root/dev/shm", 'none', 'bind');
    $mount->('proc', $directory->('/proc'), 'proc', 'nosuid,nodev,noexec');
    -e "/proc/$_" and $mount->("/proc/$_", "$root/proc/$_", 'none', 'bind,ro') for qw(sys sysrq-trigger irq bus fs);
    -e "/proc/$_" and $mount->('/dev/null', "$root/proc/$_", 'none', 'bind') for qw(kcore keys timer_list sched_debug);
    $mount->('/sys', $directory->('/sys'), 'none', 'rbind,ro');
    my @modes = all('mode');
    my @destinations = all('destination');
    for my $source (all('source')) {
        my $destination = shift @destinations;
        # What is below /dev is made in what will be mounted there.
        my $in_dev = $destination =~ m{^/dev/([^/]+)$} ? $1 : '';
        my $target = $in_dev ? "$root/dev/$in_dev" : inside($root, $destination);
        my $place = $in_dev ? one('dev') . "/$in_dev" : $target;
        -d $source ? make_directory($place) : make_file($place);
        $mount->($source, $target, 'none', 'bind,' . shift @modes);
    }
    mount_all(@table);
    one('readonly') and command('mount', '-o', 'remount,bind,ro', $root);
    # Not merely changed: no way leads back to the machine's files, not even for root with a root of its own.
    chdir $root or fail "$root: $!";
    command('mount', '--no-mtab', '--move', $root, '/');
}

sub mounted_files {
    my $root = command(all('mount'));
    chomp $root;
    return Cwd::realpath($root);
}

sub mount_all {
    my $table = one('directory') . '/mounts';
    open my $out, '>', $table or fail "$table: $!";
    print $out "$_\n" for @_;
    close $out or fail "$table: $!";
    command('mount', '--all', '--fstab', $table);
}

# What a command prints is for whoever reads of its failure.
sub command {
    my @command = @_;
    my $pid = open my $output, '-|';
    defined $pid or fail "no process: $!";
    if (!$pid) {
        open STDERR, '>&', \*STDOUT;
        exec { $command[0] } @command or print "$command[0]: $!";
        POSIX::_exit(127);
    }
    my $text = join '', <$output>;
    close $output or fail $text || "$command[0] ended with $?";
    return $text;
}

# Where a path of the container's is from here: its links lead where they would lead inside.
sub inside {
    my ($root, $path) = @_;
    my @todo = split m{/}, $path;
    my @at;
    my $links = 0;
    while (@todo) {
        my $name = shift @todo;
        next if $name eq '' || $name eq '.';
        if ($name eq '..') { pop @at; next }
        my $to = readlink join '/', $root, @at, $name;
        if (!defined $to) { push @at, $name; next }
        ++$links <= $MOST_LINKS or fail "$path: too many levels of symbolic links";
        @at = () if $to =~ m{^/};
        unshift @todo, split m{/}, $to;
    }
    return join '/', $root, @at;
}

sub make_directory {
    my ($path) = @_;
    my $at = '';
    for my $name (grep { $_ ne '' } split m{/}, $path) {
        $at .= "/$name";
        -d $at or mkdir $at, 0755 or fail "$at: $!";
    }
    return $path;
}

sub make_file {
    my ($path) = @_;
    return if -e $path;
    make_directory($path =~ s{/[^/]*$}{}r);
    open my $new, '>', $path or fail "$path: $!";
}

sub give_up_rights {
    my ($root) = @_;
    exec 'setpriv', '--bounding-set', join(',', '-all', map { "+$_" } sort keys %CAPABILITIES), $^X, $0, 'run', $file, $root
        or fail "setpriv: $!";
}

# Of a container that has its own: so that what runs here sees what is mounted where, as all others in it do.
sub enter_mounts {
    my ($mounts) = @_;
    open my $last, '<', '/proc/sys/kernel/cap_last_cap' or fail "the rights that there are: $!";
    my %kept = reverse %CAPABILITIES;
    for my $right (grep { !exists $kept{$_} } 0 .. <$last>) {
        syscall($CALLS->{prctl}, $DROP_FROM_BOUNDING_SET, $right, 0, 0, 0) == 0 or fail "right $right stays: $!";
    }
    syscall($CALLS->{setns}, fileno $mounts, $MOUNT_NAMESPACE) == 0 or fail "the container's mounts: $!";
}

sub run {
    my ($change_root) = @_;
    socket my $starter, PF_UNIX, SOCK_STREAM, 0 or fail "no socket: $!";
    connect $starter, pack_sockaddr_un(one('socket')) or fail one('socket') . ": $!";
    # The number that this machine knows this process by.
    my $pid = readlink '/proc/self';
    $change_root->();
    chdir '/' or fail "/: $!";
    my ($uid, $gid, $home, @groups) = identity(one('user'));
    syswrite $starter, "$pid\n";
    sysread $starter, my $terminal, 16;
    POSIX::setsid();
    my $screen = one('terminal') && open_terminal($terminal + 0, $uid);
    umask 022;
    make_working_directory(one('workdir'), $uid, $gid);
    # The first twice: one is the group itself, the others come with it.
    $) = join ' ', $gid, $gid, @groups, all('group');
    POSIX::setgid($gid) or fail "group $gid: $!";
    POSIX::setuid($uid) or fail "user $uid: $!";
    chdir one('workdir') or fail 'working directory ' . one('workdir') . ": $!";
    %ENV = map { /^([^=]*)=(.*)$/s } all('env');
    $ENV{HOME} //= $home;
    my @argv = all('arg');
    my $program = program($argv[0]);
    syswrite $starter, "exec\n";
    $screen and POSIX::dup2(fileno $screen, $_) for 0 .. 2;
    no warnings 'exec';
    exec { $program } @argv;
    my $reason = lc "$!";
    syswrite $starter, "failed\n";
    fail "exec: \"$program\": $reason";
}

sub make_working_directory {
    my ($path, $uid, $gid) = @_;
    return if -d $path;
    make_directory($path);
    chown $uid, $gid, $path;
}

sub open_terminal {
    my ($number, $uid) = @_;
    my $path = "/dev/pts/$number";
    chown $uid, -1, $path;
    # Opened by the leader of a session it becomes what controls that.
    open my $terminal, '+<', $path or fail "$path: $!";
    return $terminal;
}

# As the image's own files have it, like container runtimes do: names may stand for numbers, numbers need no entry.
sub identity {
    my ($user, $group) = split /:/, shift, 2;
    $user = '0' if ($user // '') eq '';
    my ($entry) = grep { $_->[0] eq $user || ($user =~ /^\d+$/ && $_->[2] eq $user) } entries('/etc/passwd', 6);
    $entry || $user =~ /^\d+$/ or fail "unable to find user $user: no matching entries in passwd file";
    my @groups = entries('/etc/group', 3);
    my $gid = $entry ? $entry->[3] : 0;
    if (($group // '') ne '') {
        my ($found) = grep { $_->[0] eq $group } @groups;
        $found || $group =~ /^\d+$/ or fail "unable to find group $group: no matching entries in group file";
        $gid = $found ? $found->[2] : $group;
    }
    my $name = $entry ? $entry->[0] : '';
    my @more = map { $_->[2] } grep { my $members = $_->[3] // ''; grep { $_ eq $name } split /,/, $members } @groups;
    my $home = $entry && ($entry->[5] // '') ne '' ? $entry->[5] : '/';
    return ($entry ? $entry->[2] : $user, $gid, $home, @more);
}

sub entries {
    my ($path, $least) = @_;
    open my $in, '<', $path or return;
    return grep { @$_ >= $least } map { chomp; [split /:/] } <$in>;
}

sub program {
    my ($name) = @_;
    if ($name =~ m{/}) {
        -e $name or fail "exec: \"$name\": stat $name: no such file or directory";
        -f _ && -x _ or fail "exec: \"$name\": permission denied";
        return $name;
    }
    for my $directory (split /:/, $ENV{PATH} // '') {
        my $path = ($directory eq '' ? '.' : $directory) . "/$name";
        return $path if -f $path && -x _;
    }
    fail "exec: \"$name\": executable file not found in \$PATH";
}
