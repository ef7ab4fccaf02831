package dev.s2ioc.client;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import org.junit.jupiter.api.Test;

/** Patches as they are worked out on this side: RFC 6902, RFC 7386, and Kubernetes' strategic merge. */
class LocalPatchTest {

    @Test
    void json_operations() throws IOException {
        same(
                LocalPatch.json,
                "{'a':{'b':[1,2,3],'c/d':'x'}}",
                "[{'op':'test','path':'/a/b/0','value':1},{'op':'add','path':'/a/b/1','value':9},"
                        + "{'op':'add','path':'/a/b/-','value':8},{'op':'remove','path':'/a/b/0'},"
                        + "{'op':'replace','path':'/a/c~1d','value':{'e':null}},{'op':'copy','from':'/a/b','path':'/f'},"
                        + "{'op':'move','from':'/f/0','path':'/g'}]",
                "{'a':{'b':[9,2,3,8],'c/d':{'e':null}},'f':[2,3,8],'g':9}");
    }

    @Test
    void json_operations_that_do_not_fit() {
        fails(LocalPatch.json, "[{'op':'remove','path':'/x'}]", "the patch does not fit: there is no /x");
        fails(LocalPatch.json, "[{'op':'add','path':'/a/5','value':1}]", "the patch does not fit: there is no /a/5");
        fails(LocalPatch.json, "[{'op':'test','path':'/a','value':1}]", "testing value /a failed");
        fails(LocalPatch.json, "[{'op':'turn','path':'/a'}]", "Unexpected kind: turn");
        fails(LocalPatch.json, "{}", "a JSON patch must be a list of operations");
        fails(LocalPatch.merge, "[]", "the patch must be an object; a list of operations needs --type=json");
    }

    @Test
    void merge() throws IOException {
        same(
                LocalPatch.merge,
                "{'a':{'b':1,'c':2},'l':[1,2]}",
                "{'a':{'b':null,'d':{'e':null,'f':1}},'l':[3]}",
                "{'a':{'c':2,'d':{'f':1}},'l':[3]}");
    }

    @Test
    void strategic_merges_lists_by_their_keys() throws IOException {
        String pod = "{'kind':'Deployment','spec':{'template':{'spec':{'containers':%s}}}}";
        same(
                LocalPatch.strategic,
                pod.formatted("[{'name':'a','image':'1','env':[{'name':'x','value':'1'}]},{'name':'b'}]"),
                pod.formatted("[{'name':'a','env':[{'name':'y','value':'2'}]},{'name':'b','$patch':'delete'},"
                        + "{'name':'c','image':null}]"),
                pod.formatted("[{'name':'a','image':'1','env':[{'name':'y','value':'2'},{'name':'x','value':'1'}]},"
                        + "{'name':'c'}]"));
        same(
                LocalPatch.strategic,
                pod.formatted("[{'name':'a'},{'name':'b'}]"),
                pod.formatted("[{'name':'b','image':'2'},{'name':'n'}]"),
                pod.formatted("[{'name':'a'},{'name':'b','image':'2'},{'name':'n'}]"));
        same(
                LocalPatch.strategic,
                pod.formatted("[{'name':'a'},{'name':'b'}]"),
                "{'spec':{'template':{'spec':{'$setElementOrder/containers':[{'name':'b'},{'name':'a'}],"
                        + "'containers':[{'name':'b','image':'2'}]}}}}",
                pod.formatted("[{'name':'b','image':'2'},{'name':'a'}]"));
        same(
                LocalPatch.strategic,
                pod.formatted("[{'name':'a'}]"),
                pod.formatted("[{'$patch':'replace'},{'name':'z'}]"),
                pod.formatted("[{'name':'z'}]"));
    }

    @Test
    void strategic_replaces_lists_without_keys_and_knows_its_directives() throws IOException {
        String config = "{'kind':'BuildConfig','spec':{'strategy':{'dockerStrategy':%s}}}";
        same(
                LocalPatch.strategic,
                config.formatted("{'env':[{'name':'a'}],'noCache':true}"),
                config.formatted("{'env':[{'name':'b'}]}"),
                config.formatted("{'env':[{'name':'b'}],'noCache':true}"));
        same(
                LocalPatch.strategic,
                config.formatted("{'a':1,'b':2}"),
                config.formatted("{'$retainKeys':['b','c'],'c':3}"),
                config.formatted("{'b':2,'c':3}"));
        same(
                LocalPatch.strategic,
                config.formatted("{'a':1}"),
                config.formatted("{'$patch':'replace','b':2}"),
                config.formatted("{'b':2}"));
        same(
                LocalPatch.strategic,
                "{'metadata':{'finalizers':['a','b']}}",
                "{'metadata':{'finalizers':['b','c'],'$deleteFromPrimitiveList/finalizers':['a']}}",
                "{'metadata':{'finalizers':['b','c']}}");
        same(
                LocalPatch.strategic,
                "{'metadata':{'finalizers':['a','b']}}",
                "{'metadata':{'finalizers':['c']}}",
                "{'metadata':{'finalizers':['c','a','b']}}");
    }

    @Test
    void a_strategic_patch_must_name_the_elements() {
        PatchException refusal = assertThrows(
                PatchException.class,
                () -> LocalPatch.strategic.apply(
                        json("{'kind':'Pod','spec':{'containers':[]}}"),
                        json("{'spec':{'containers':[{'image':'x'}]}}")));
        assertEquals(
                "an element of spec.containers in the patch has no \"name\", by which it could be told from the others",
                refusal.getMessage());
    }

    private static void same(LocalPatch kind, String before, String patch, String after) throws IOException {
        assertEquals(json(after), kind.apply(json(before), Json.parse(patch.replace('\'', '"'))));
    }

    private static void fails(LocalPatch kind, String patch, String words) {
        PatchException refusal = assertThrows(
                PatchException.class, () -> kind.apply(json("{'a':[1]}"), Json.parse(patch.replace('\'', '"'))));
        assertEquals(words, refusal.getMessage());
    }

    private static ObjectNode json(String text) throws IOException {
        return (ObjectNode) Json.parse(text.replace('\'', '"'));
    }
}
