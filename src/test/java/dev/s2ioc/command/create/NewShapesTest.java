package dev.s2ioc.command.create;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.s2ioc.testing.MockApi;
import dev.s2ioc.testing.Ran;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The objects that subcommands of {@code create} make of flags: those that kubectl and oc make of the same flags. */
class NewShapesTest {
    private static final ObjectMapper MAPPER = new ObjectMapper();

    @TempDir
    Path home;

    private final MockApi api = MockApi.start();

    @AfterEach
    void close() {
        api.close();
    }

    @Test
    void deployments() throws IOException {
        same(
                "{'spec':{'replicas':3,'selector':{'matchLabels':{'app':'web'}},'template':{'metadata':{'labels':"
                        + "{'app':'web'}},'spec':{'containers':[{'name':'nginx','image':'docker.io/library/nginx:1.2',"
                        + "'ports':[{'containerPort':80}]},{'name':'busy','image':'busy:1'}]}}}}",
                "deployment web --image=docker.io/library/nginx:1.2 --image=busy:1 --replicas=3 --port=80");
        same(
                "{'spec':{'replicas':1,'selector':{'matchLabels':{'app':'web'}},'template':{'metadata':{'labels':"
                        + "{'app':'web'}},'spec':{'containers':[{'name':'nginx','image':'nginx','command':['date','+%s']}"
                        + "]}}}}",
                "deployment web --image=nginx CLIENT -- date +%s");
        same(
                "{'spec':{'replicas':1,'selector':{'deployment-config.name':'web'},'template':{'metadata':{'labels':"
                        + "{'deployment-config.name':'web'}},'spec':{'containers':[{'name':'default-container',"
                        + "'image':'nginx','command':['-x']}]}}}}",
                "deploymentconfig web --image=nginx CLIENT -- -x");
        refused("required flag(s) \"image\" not set", "deployment web");
        refused("required flag(s) \"image\", \"schedule\" not set", "cronjob web");
        refused("invalid service external name under_score", "service externalname x --external-name=under_score");
        refused("cannot specify multiple --image options and command", "deployment web --image=a --image=b -- date");
        refused(
                "exactly one NAME is required, got 2; write what the container is to run behind --",
                "deployment web date --image=a");
    }

    @Test
    void services() throws IOException {
        same(
                "{'spec':{'ports':[{'name':'5678-8080','protocol':'TCP','port':5678,'targetPort':8080},{'name':'80',"
                        + "'protocol':'TCP','port':80,'targetPort':80}],'selector':{'app':'s'},'type':'ClusterIP'}}",
                "service clusterip s --tcp=5678:8080 --tcp=80");
        same(
                "{'spec':{'selector':{'app':'s'},'clusterIP':'None','type':'ClusterIP'}}",
                "svc clusterip s --clusterip=None");
        same(
                "{'spec':{'ports':[{'name':'80-web','protocol':'TCP','port':80,'targetPort':'web','nodePort':30000}],"
                        + "'selector':{'app':'s'},'type':'NodePort'}}",
                "service nodeport s --tcp=80:web --node-port=30000");
        same(
                "{'spec':{'ports':[{'name':'80','protocol':'TCP','port':80,'targetPort':80}],'selector':{'app':'s'},"
                        + "'type':'LoadBalancer'}}",
                "service loadbalancer s --tcp=80");
        same(
                "{'spec':{'selector':{'app':'s'},'type':'ExternalName','externalName':'example.com'}}",
                "service externalname s --external-name=example.com");
        refused("at least one tcp port specifier must be provided", "service clusterip s");
        refused("--tcp must be PORT or PORT:TARGET, as in 80:8080, not \"x\"", "service nodeport s --tcp=x");
        refused("required flag(s) \"external-name\" not set", "service externalname s");
    }

    @Test
    void roles() throws IOException {
        same(
                "{'rules':[{'verbs':['get','list','watch'],'apiGroups':[''],'resources':['pods'],'resourceNames':"
                        + "['a','b']}]}",
                "role r --verb=get,list --verb=watch --resource=po --resource-name=a --resource-name=b");
        same(
                "{'rules':[{'verbs':['*'],'apiGroups':[''],'resources':['pods','pods/log']},{'verbs':['*'],'apiGroups':"
                        + "['build.openshift.io'],'resources':['buildconfigs']}]}",
                "role r --verb=*,get --resource=pods,bc,pods/log");
        same("{'rules':[{'verbs':['get'],'apiGroups':[''],'resources':['*']}]}", "role r --verb=get --resource=*");
        same(
                "{'rules':[{'verbs':['get'],'apiGroups':['apps'],'resources':['deployments']},{'verbs':['get'],"
                        + "'nonResourceURLs':['/logs/*']}]}",
                "clusterrole r --verb=get --resource=deployments.apps --non-resource-url=/logs/*");
        same(
                "{'rules':[],'aggregationRule':{'clusterRoleSelectors':[{'matchLabels':{'b':'c','e/a':'true'}}]}}",
                "clusterrole r --aggregation-rule=e/a=true,b=c");
        refused("at least one verb must be specified", "role r --resource=pods");
        refused("at least one resource must be specified", "role r --verb=get");
        refused("invalid verb: 'foo' for nonResourceURL", "clusterrole r --verb=foo --non-resource-url=/x");
        refused("nonResourceURL should start with /", "clusterrole r --verb=get --non-resource-url=x");
    }

    @Test
    void bindings() throws IOException {
        String subjects =
                "'subjects':[{'kind':'User','apiGroup':'rbac.authorization.k8s.io','name':'u1'},{'kind':'User',"
                        + "'apiGroup':'rbac.authorization.k8s.io','name':'u2'},{'kind':'Group','apiGroup':"
                        + "'rbac.authorization.k8s.io','name':'g'},{'kind':'ServiceAccount','name':'sa','namespace':'demo'}]";
        same(
                "{" + subjects + ",'roleRef':{'apiGroup':'rbac.authorization.k8s.io','kind':'ClusterRole',"
                        + "'name':'admin'}}",
                "rolebinding rb --clusterrole=admin --user=u1 --user=u2 --group=g --serviceaccount=demo:sa");
        same(
                "{" + subjects + ",'roleRef':{'apiGroup':'rbac.authorization.k8s.io','kind':'ClusterRole',"
                        + "'name':'admin'}}",
                "clusterrolebinding rb --clusterrole=admin --user=u1 --user=u2 --group=g --serviceaccount=demo:sa");
        same(
                "{'roleRef':{'apiGroup':'rbac.authorization.k8s.io','kind':'Role','name':'edit'}}",
                "rolebinding rb --role=edit");
        refused("exactly one of clusterrole or role must be specified", "rolebinding rb --role=a --clusterrole=b");
        refused("serviceaccount must be <namespace>:<name>", "rolebinding rb --role=a --serviceaccount=x");
    }

    @Test
    void jobs() throws IOException {
        String pod = "{'template':{'spec':{'containers':[{'name':'j','image':'busybox','command':['date']}],"
                + "'restartPolicy':'%s'}}}";
        same("{'spec':" + pod.formatted("Never") + "}", "job j --image=busybox CLIENT -- date");
        same(
                "{'spec':{'schedule':'@daily','jobTemplate':{'metadata':{'name':'j'},'spec':"
                        + pod.formatted("OnFailure") + "}}}",
                "cronjob j --image=busybox --schedule=@daily CLIENT -- date");
        refused("either --image or --from must be specified", "job j");
        refused("required flag(s) \"schedule\" not set", "cronjob j --image=x");
    }

    @Test
    void a_job_from_a_cron_job() throws IOException {
        api.on(
                "GET /apis/batch/v1/namespaces/demo/cronjobs/night",
                "{\"metadata\":{\"name\":\"night\",\"uid\":\"u\"},\"spec\":{\"jobTemplate\":{\"metadata\":{\"labels\":"
                        + "{\"a\":\"b\"},\"annotations\":{\"c\":\"d\"}},\"spec\":{\"template\":{}}}}}");
        assertEquals(
                json("{'metadata':{'name':'now','namespace':'demo','annotations':{'cronjob.kubernetes.io/instantiate':"
                        + "'manual','c':'d'},'labels':{'a':'b'},'ownerReferences':[{'apiVersion':'batch/v1','kind':"
                        + "'CronJob','name':'night','uid':'u','controller':true}]},'spec':{'template':{}}}"),
                made("job", "now", "--from=cj/night", "--dry-run=client"));
    }

    @Test
    void quotas_budgets_and_priorities() throws IOException {
        same(
                "{'spec':{'hard':{'cpu':'1','memory':'1G'},'scopes':['BestEffort','NotTerminating']}}",
                "quota q --hard=cpu=1,memory=1G --scopes=BestEffort,NotTerminating");
        refused("Invalid argument syntax cpu, expected <resource>=<value>", "quota q --hard=cpu");
        same(
                "{'spec':{'minAvailable':1,'selector':{'matchLabels':{'app':'x'}}}}",
                "pdb p --selector=app=x --min-available=1");
        same(
                "{'spec':{'selector':{'matchLabels':{'app':'x'}},'maxUnavailable':'50%'}}",
                "pdb p --selector=app=x --max-unavailable=50%");
        refused("one of min-available or max-unavailable must be specified", "pdb p --selector=app=x");
        same(
                "{'value':1000,'globalDefault':true,'description':'hi','preemptionPolicy':'Never'}",
                "priorityclass p --value=1000 --description=hi --global-default=true --preemption-policy=Never");
    }

    @Test
    void ingresses() throws IOException {
        same(
                "{'metadata':{'annotations':{'a':'b'}},'spec':{'ingressClassName':'nginx','tls':[{'hosts':['foo.com'],"
                        + "'secretName':'my-cert'}],'rules':[{'host':'foo.com','http':{'paths':[{'path':'/bar',"
                        + "'pathType':'Exact','backend':{'service':{'name':'svc','port':{'number':80}}}},{'path':'/baz',"
                        + "'pathType':'Prefix','backend':{'service':{'name':'svc2','port':{'name':'http'}}}}]}}]}}",
                "ingress i --rule=foo.com/bar=svc:80 --rule=foo.com/baz*=svc2:http,tls=my-cert --class=nginx"
                        + " --annotation=a=b");
        same(
                "{'spec':{'defaultBackend':{'service':{'name':'d','port':{'number':80}}},'tls':[{'hosts':['b.com']}],"
                        + "'rules':[{'http':{'paths':[{'path':'/','pathType':'Exact','backend':{'service':{'name':'svc',"
                        + "'port':{'number':80}}}}]}},{'host':'b.com','http':{'paths':[{'path':'/','pathType':'Exact',"
                        + "'backend':{'service':{'name':'svc','port':{'number':80}}}}]}}]}}",
                "ingress i --rule=/=svc:80 --default-backend=d:80 --rule=b.com/=svc:80,tls");
        refused(
                "rule foo is invalid and should be in format host/path=svcname:svcport[,tls[=secret]]",
                "ingress i --rule=foo");
        refused("default-backend should be in format servicename:serviceport", "ingress i --default-backend=x");
    }

    @Test
    void builds() throws IOException {
        same(
                "{'spec':{'source':{'type':'Dockerfile','dockerfile':'FROM-scratch'},'strategy':{'type':'Docker',"
                        + "'dockerStrategy':{'from':{'kind':'DockerImage','name':'base:1'},'env':[{'name':'A','value':'b'},"
                        + "{'name':'BUILD_LOGLEVEL','value':'5'}]}},'output':{'to':{'kind':'ImageStreamTag','namespace':"
                        + "'other','name':'x:1'}}}}",
                "build b --dockerfile-contents=FROM-scratch --from-image=base:1 --env=A=b --build-loglevel=5"
                        + " --to-image-stream=other/x:1");
        same(
                "{'spec':{'source':{'type':'Git','git':{'uri':'https://e/a.git','ref':'main'},'contextDir':'sub'},"
                        + "'strategy':{'type':'Source','sourceStrategy':{'from':{'kind':'DockerImage','name':'b'}}},"
                        + "'output':{'to':{'kind':'DockerImage','name':'r/x'}}}}",
                "build b --strategy=Source --source-git=https://e/a.git --source-revision=main --context-dir=sub"
                        + " --from-image=b --to-image=r/x");
        refused("invalid --to-image-stream: must specify [NAMESPACE/]STREAM:TAG", "build b --to-image-stream=x");
        refused("the flags about a Dockerfile need --strategy=Docker", "build b --strategy=Source --dockerfile-path=x");
    }

    @Test
    void routes() throws IOException {
        api.on(
                "GET /api/v1/namespaces/demo/services/web",
                "{\"metadata\":{\"name\":\"web\",\"labels\":{\"a\":\"b\"}},\"spec\":{\"ports\":[{\"protocol\":\"TCP\","
                        + "\"name\":\"http\",\"port\":80}]}}");
        api.missing("GET /api/v1/namespaces/demo/services/none", "services", "none");
        Files.writeString(home.resolve("c"), "CERT");
        Files.writeString(home.resolve("k"), "KEY");
        String port = "'port':{'targetPort':'http'}";
        assertEquals(
                json("{'metadata':{'name':'web','namespace':'demo','labels':{'a':'b'}},'spec':{'to':{'kind':'Service',"
                        + "'name':'web'}," + port + ",'tls':{'termination':'edge','insecureEdgeTerminationPolicy':"
                        + "'Redirect','certificate':'CERT','key':'KEY'},'host':'h','path':'/p'}}"),
                made(
                        "route",
                        "edge",
                        "--service=web",
                        "--insecure-policy=Redirect",
                        "--hostname=h",
                        "--path=/p",
                        "--cert=c",
                        "--key=k",
                        "--dry-run=client"));
        assertEquals(
                json("{'metadata':{'name':'r','namespace':'demo','labels':{'a':'b'}},'spec':{'to':{'kind':'Service',"
                        + "'name':'web'},'port':{'targetPort':8443},'tls':{'termination':'passthrough'},"
                        + "'wildcardPolicy':'Subdomain'}}"),
                made(
                        "route",
                        "passthrough",
                        "r",
                        "--service=svc/web",
                        "--port=8443",
                        "--wildcard-policy=Subdomain",
                        "--dry-run=client"));
        assertEquals(
                json("{'metadata':{'name':'web','namespace':'demo','labels':{'a':'b'}},'spec':{'to':{'kind':'Service',"
                        + "'name':'web'}," + port
                        + ",'tls':{'termination':'reencrypt','destinationCACertificate':'CERT'}}}"),
                made("route", "reencrypt", "--service=web", "--dest-ca-cert=c", "--dry-run=client"));
        refused(
                "you need to provide a route port via --port when exposing a non-existent service",
                "route edge --service=none");
        refused("cannot expose dc as routes", "route edge --service=dc/x");
        refused("required flag(s) \"service\" not set", "route edge");
    }

    @Test
    void what_is_sent_and_said() {
        api.on(
                "POST /apis/route.openshift.io/v1/namespaces/demo/routes?fieldManager=kubectl-create"
                        + "&fieldValidation=Ignore",
                "{\"metadata\":{\"name\":\"r\"}}");
        assertEquals(
                new Ran(0, "route.route.openshift.io/r created\n", ""),
                create("route", "passthrough", "r", "--service=s", "--port=1"));
        api.refuse(
                "POST /apis/apps/v1/namespaces/demo/deployments?fieldManager=kubectl-create&fieldValidation=Ignore",
                409,
                "AlreadyExists",
                "deployments.apps \"web\" already exists");
        assertEquals(
                new Ran(1, "", "error: failed to create deployment: deployments.apps \"web\" already exists\n"),
                create("deployment", "web", "--image=x"));
        assertEquals(
                new Ran(
                        0,
                        "role.rbac.authorization.k8s.io/r created (dry run)\n",
                        "Warning: 'foo' is not a standard resource verb\n"),
                create("role", "r", "--verb=foo", "--resource=pods", "--dry-run=client"));
    }

    /** Runs the command without sending anything, and compares what it would send. */
    private void same(String expected, String line) throws IOException {
        String[] words = (line.contains("CLIENT")
                        ? line.replace("CLIENT", "--dry-run=client")
                        : line + " --dry-run=client")
                .split(" ");
        ObjectNode made = (ObjectNode) made(words);
        ObjectNode metadata = (ObjectNode) made.get("metadata");
        metadata.remove(List.of("name", "namespace"));
        boolean labeled = words[0].equals("deployment") || words[0].startsWith("s");
        if (labeled) {
            metadata.remove("labels");
        }
        if (metadata.isEmpty()) {
            made.remove("metadata");
        }
        assertEquals(json(expected), made, line);
        assertEquals(List.of(), api.requests());
    }

    private void refused(String words, String line) {
        Ran ran = create(line.split(" "));
        assertEquals(new Ran(1, "", "error: " + words + "\n"), ran, line);
    }

    private JsonNode made(String... words) throws IOException {
        String[] all = Stream.concat(Stream.of("-o", "json"), Stream.of(words)).toArray(String[]::new);
        // The flags of a subcommand stand behind its name.
        int names = words[0].matches("service|svc|route|secret") ? 2 : 1;
        System.arraycopy(words, 0, all, 0, names);
        all[names] = "-o";
        all[names + 1] = "json";
        Ran ran = create(all);
        assertEquals(new Ran(0, ran.out(), ""), ran, String.join(" ", words));
        ObjectNode made = (ObjectNode) MAPPER.readTree(ran.out());
        made.remove(List.of("apiVersion", "kind"));
        return made;
    }

    private static JsonNode json(String text) throws IOException {
        return MAPPER.readTree(text.replace('\'', '"'));
    }

    private Ran create(String... words) {
        return api.s2ioc(
                home, Stream.concat(Stream.of("create"), Stream.of(words)).toArray(String[]::new));
    }
}
