# Holds the namespaces that the containers of one pod share. Perl, because it is where buildah is and can do what no single
# program can. It ends, and with it, as the first process of their process namespace, all that runs in the pod, when its
# input ends: when the sandbox is closed or the cluster's process is gone, however that came to its end.
# Arguments: host name, "own" or "shared" network.
use strict;
use warnings;
use Socket;

$| = 1;
my ($hostname, $network) = @ARGV;

if (open my $name, '>', '/proc/sys/kernel/hostname') {
    print $name $hostname;
    close $name or die "the host name cannot be $hostname: $!\n";
} else {
    # In a user namespace only the system call may.
    system('hostname', $hostname) == 0 or die "the host name cannot be set: is the program hostname installed?\n";
}

if ($network eq 'own') {
    my ($SIOCSIFFLAGS, $IFF_UP, $IFF_RUNNING) = (0x8914, 0x1, 0x40);
    socket my $any, PF_INET, SOCK_DGRAM, 0 or die "no socket: $!\n";
    ioctl $any, $SIOCSIFFLAGS, pack('a16 s x22', 'lo', $IFF_UP | $IFF_RUNNING) or die "lo cannot be brought up: $!\n";
    # As container runtimes have it: a pod's ports are nobody else's, so none is reserved for root.
    if (open my $reserved, '>', '/proc/sys/net/ipv4/ip_unprivileged_port_start') {
        print $reserved '0';
    }
}

# The number that this machine knows this process by, not the 1 that it has in here.
print readlink('/proc/self'), "\n";
close STDOUT;
1 while sysread STDIN, my $nothing, 1;
