package dev.s2ioc.cluster.conformance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.s2ioc.cluster.ApiClient.Answer;
import dev.s2ioc.cluster.store.Json;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;

/** What the API conventions promise of every kind, whatever it is. Each one uses objects of its own names. */
enum Convention {
    a_new_object_has_an_identity_and_can_be_read(Subject::exists) {
        @Override
        void check(Subject subject) {
            ObjectNode created = subject.made("read");
            for (String field : List.of("uid", "resourceVersion", "creationTimestamp")) {
                assertFalse(Json.at(created, "metadata", field).isEmpty(), field);
            }
            Answer read = subject.get("read");
            assertEquals(subject.resource().kind(), read.text("kind"));
            assertEquals(subject.resource().group(), read.text("apiVersion"));
            assertEquals(created, read.body());
            assertTrue(subject.names("").contains(subject.name("read")));
            Answer again = subject.create(subject.sample("read"));
            assertEquals("409 AlreadyExists", again.code() + " " + again.text("reason"));
            assertEquals(subject.resource().plural(), again.text("details", "kind"));
        }
    },
    a_name_is_made_up_where_none_is_given(Subject::isStored) {
        @Override
        void check(Subject subject) {
            ObjectNode sample = subject.sample("x");
            sample.putObject("metadata").put("generateName", "made-");
            assertTrue(Json.at(subject.made(sample), "metadata", "name").matches("made-[a-z0-9]{5}"));
        }
    },
    what_is_not_there_is_not_found(Subject::exists) {
        @Override
        void check(Subject subject) {
            String name = subject.name("missing");
            String refusal = "404 NotFound: " + subject.resource().resource() + " \"" + name + "\" not found";
            if (!subject.resource().plural().equals("imagetags")) {
                assertEquals(refusal, subject.get("missing").refusal());
            }
            assertEquals(404, subject.get("missing").code());
            assertEquals(404, subject.delete("missing", "").code());
            if (subject.isStored() && subject.resource().can("patch")) {
                assertEquals(
                        refusal,
                        subject.patch("missing", "merge-patch+json", "{}").refusal());
            }
        }
    },
    a_dry_run_keeps_nothing(Subject::exists) {
        @Override
        void check(Subject subject) {
            String created = subject.collection() + "?dryRun=All";
            assertEquals(
                    201,
                    subject.cluster()
                            .post(created, subject.sample("dry").toString())
                            .code());
            assertEquals(404, subject.get("dry").code());
            subject.made("dry");
            JsonNode before = subject.get("dry").body();
            if (subject.resource().can("patch")) {
                Answer patched = subject.cluster()
                        .patch(subject.path("dry") + "?dryRun=All", "merge-patch+json", subject.note("1"));
                assertEquals("1", subject.noteOf(patched.body()));
            }
            assertEquals(200, subject.delete("dry", "{\"dryRun\":[\"All\"]}").code());
            assertEquals(before, subject.get("dry").body());
            assertEquals(
                    422,
                    subject.cluster()
                            .post(
                                    subject.collection() + "?dryRun=Some",
                                    subject.sample("dry").toString())
                            .code());
        }
    },
    an_update_needs_the_newest_state(subject -> subject.resource().can("update")) {
        @Override
        void check(Subject subject) {
            ObjectNode object = subject.made("updated");
            subject.noted(object, "1");
            Answer updated = subject.cluster().put(subject.path("updated"), object.toString());
            assertEquals("200 1", updated.code() + " " + subject.noteOf(updated.body()));
            subject.noted(object, "2");
            Answer late = subject.cluster().put(subject.path("updated"), object.toString());
            assertEquals("409 Conflict", late.code() + " " + late.text("reason"));
            object = (ObjectNode) subject.get("updated").body();
            Json.child(object, "metadata").put("name", "another");
            assertEquals(
                    400,
                    subject.cluster()
                            .put(subject.path("updated"), object.toString())
                            .code());
        }
    },
    patches_of_every_type_are_understood(subject -> subject.resource().can("patch")) {
        @Override
        void check(Subject subject) {
            subject.made("patched");
            assertEquals("1", note(subject, subject.patch("patched", "merge-patch+json", subject.note("1"))));
            assertEquals("2", note(subject, subject.patch("patched", "json-patch+json", """
                    [{"op":"test","path":"%1$s/note","value":"1"},
                     {"op":"replace","path":"%1$s/note","value":"2"}]""".formatted(
                            Samples.texts(subject.resource())))));
            assertEquals("1", note(subject, subject.patch("patched", "strategic-merge-patch+json", subject.note("1"))));
            assertEquals(
                    415,
                    subject.patch("patched", "unknown+json", subject.note("1")).code());
            assertEquals(400, subject.patch("patched", "merge-patch+json", "{").code());
            applies(subject);
        }

        private void applies(Subject subject) {
            ObjectNode wanted = Json.object();
            wanted.put("kind", subject.resource().kind())
                    .put("apiVersion", subject.resource().group());
            wanted.putObject("metadata").put("name", subject.name("patched"));
            subject.noted(wanted, "3");
            String path = subject.path("patched") + "?fieldManager=another";
            if (!subject.isStored()) {
                assertEquals(
                        415,
                        subject.cluster()
                                .patch(path, "apply-patch+yaml", wanted.toString())
                                .code());
                return;
            }
            assertEquals(
                    409,
                    subject.cluster()
                            .patch(path, "apply-patch+yaml", wanted.toString())
                            .code());
            assertEquals(
                    "3",
                    note(
                            subject,
                            subject.cluster().patch(path + "&force=true", "apply-patch+yaml", wanted.toString())));
        }

        private static String note(Subject subject, Answer answer) {
            assertEquals(200, answer.code(), answer::refusal);
            return subject.noteOf(answer.body());
        }
    },
    bodies_that_cannot_be_read_are_refused(Subject::exists) {
        @Override
        void check(Subject subject) {
            String path = subject.collection();
            for (String body : List.of("", "{", "[]", "{} {}", "{\"metadata\":[]}", "{\"a\":".repeat(5000))) {
                Answer answer = subject.cluster().post(path, body);
                assertEquals("400 BadRequest", answer.code() + " " + answer.text("reason"), body);
            }
            assertEquals(
                    415,
                    subject.cluster()
                            .send("POST", path, "a,b", "Content-Type", "text/csv")
                            .code());
            assertEquals(
                    400,
                    subject.cluster()
                            .send("POST", path, "k8s\0rubbish", "Content-Type", PROTOBUF)
                            .code());
            assertEquals(
                    413, subject.cluster().post(path, " ".repeat(3_200_000)).code());
            ObjectNode sample = subject.sample("strict").put("nonsense", 1);
            Answer strict = subject.cluster().post(path + "?fieldValidation=Strict", sample.toString());
            assertTrue(
                    strict.refusal().startsWith("400") && strict.refusal().contains("unknown field \"nonsense\""),
                    strict::refusal);
        }
    },
    answers_come_in_the_form_that_is_accepted(Subject::exists) {
        @Override
        void check(Subject subject) {
            subject.made("formed");
            Answer table = subject.list("includeObject=Object", "Accept", TABLE);
            assertEquals("Table", table.text("kind"));
            for (JsonNode row : table.body().path("rows")) {
                assertEquals(
                        table.body().path("columnDefinitions").size(),
                        row.path("cells").size());
                assertEquals(subject.resource().kind(), Json.at(row, "object", "kind"));
            }
            assertEquals(
                    1,
                    subject.get("formed", "Accept", TABLE).body().path("rows").size());
            assertEquals(
                    400, subject.list("includeObject=Some", "Accept", TABLE).code());
            Answer partial = subject.get("formed", "Accept", PARTIAL);
            assertEquals(
                    "PartialObjectMetadata " + subject.name("formed"),
                    partial.text("kind") + " " + partial.text("metadata", "name"));
            assertEquals(Set.of("kind", "apiVersion", "metadata"), fields(partial.body()));
            assertEquals(
                    "PartialObjectMetadataList",
                    subject.list("", "Accept", PARTIAL.replace("Metadata;", "MetadataList;"))
                            .text("kind"));
            assertEquals(406, subject.list("", "Accept", PARTIAL).code());
            assertEquals(406, subject.get("formed", "Accept", "text/html").code());
            assertEquals(406, subject.get("formed", "Accept", PROTOBUF).code());
            assertEquals(
                    200,
                    subject.get("formed", "Accept", PROTOBUF + ",application/json")
                            .code());
            Answer yaml = subject.get("formed", "Accept", "application/yaml");
            assertTrue(yaml.response()
                    .body()
                    .contains("kind: " + subject.resource().kind() + "\n"));
        }
    },
    selectors_choose(Subject::exists) {
        @Override
        void check(Subject subject) {
            String name = subject.name("chosen");
            subject.made("left");
            ObjectNode sample = subject.sample("chosen");
            Json.child(Json.child(sample, "metadata"), "labels").put("choose", "me");
            subject.made(sample);
            assertEquals(List.of(name), subject.names("fieldSelector=metadata.name%3D" + name.replace(":", "%3A")));
            assertFalse(subject.names("fieldSelector=metadata.name!%3D" + name.replace(":", "%3A"))
                    .contains(name));
            Answer unknown = subject.list("fieldSelector=nonsense%3D1");
            assertTrue(
                    unknown.refusal().startsWith("400") && unknown.refusal().endsWith("not supported: nonsense"),
                    unknown::refusal);
            if (subject.isStored()) {
                for (String selector :
                        List.of("choose%3Dme", "choose%20in%20(me,you)", "choose", "choose!%3Dyou,choose")) {
                    assertEquals(List.of(name), subject.names("labelSelector=" + selector), selector);
                }
            }
        }
    },
    pages_make_the_whole_list(Subject::exists) {
        @Override
        void check(Subject subject) {
            subject.made("page1");
            subject.made("page2");
            List<String> paged = new ArrayList<>();
            String token = "";
            do {
                Answer page = subject.list("limit=1&continue=" + token);
                page.body().path("items").forEach(item -> paged.add(Json.at(item, "metadata", "name")));
                token = page.text("metadata", "continue");
            } while (!token.isEmpty());
            assertEquals(subject.names(""), paged);
        }
    },
    a_watch_tells_what_happens(subject -> subject.resource().can("watch", "patch")) {
        @Override
        void check(Subject subject) throws IOException, InterruptedException {
            String from = "resourceVersion=" + subject.list("limit=1").text("metadata", "resourceVersion")
                    + "&fieldSelector=metadata.name%3D" + subject.name("watched");
            subject.made("watched");
            subject.patch("watched", "merge-patch+json", subject.note("1"));
            subject.delete("watched", "");
            List<String> expected = subject.goesAtOnce()
                    ? List.of("ADDED", "MODIFIED", "DELETED")
                    : List.of("ADDED", "MODIFIED", "MODIFIED");
            for (String accept : List.of("application/json", TABLE, PARTIAL)) {
                List<String> types = new ArrayList<>();
                Set<String> kinds = new TreeSet<>();
                for (JsonNode event : subject.watched(from, accept, expected.size())) {
                    types.add(Json.at(event, "type"));
                    kinds.add(Json.at(event, "object", "kind"));
                }
                assertEquals(expected, types);
                assertEquals(
                        Set.of(
                                accept.equals(TABLE)
                                        ? "Table"
                                        : accept.equals(PARTIAL)
                                                ? "PartialObjectMetadata"
                                                : subject.resource().kind()),
                        kinds);
            }
        }
    },
    initial_events_end_with_a_bookmark(subject -> subject.resource().can("watch")) {
        @Override
        void check(Subject subject) throws IOException, InterruptedException {
            subject.made("initial");
            String query = "sendInitialEvents=true&resourceVersionMatch=NotOlderThan&allowWatchBookmarks=true"
                    + "&fieldSelector=metadata.name%3D" + subject.name("initial");
            List<JsonNode> events = subject.watched(query, "application/json", 2);
            assertEquals("ADDED BOOKMARK", Json.at(events.get(0), "type") + " " + Json.at(events.get(1), "type"));
            assertEquals(
                    "true", Json.at(events.get(1), "object", "metadata", "annotations", "k8s.io/initial-events-end"));
        }
    },
    a_deletion_keeps_its_conditions(subject -> subject.isStored()) {
        @Override
        void check(Subject subject) {
            String uid = Json.at(subject.made("deleted"), "metadata", "uid");
            assertEquals(
                    409,
                    subject.delete("deleted", "{\"preconditions\":{\"uid\":\"other\"}}")
                            .code());
            assertEquals(
                    409,
                    subject.delete("deleted", "{\"preconditions\":{\"resourceVersion\":\"1\"}}")
                            .code());
            assertEquals(
                    422,
                    subject.delete("deleted", "{\"propagationPolicy\":\"Sideways\"}")
                            .code());
            assertEquals(
                    200,
                    subject.delete(
                                    "deleted",
                                    "{\"propagationPolicy\":\"Foreground\",\"preconditions\":{\"uid\":\"" + uid
                                            + "\"}}")
                            .code());
            assertTrue(subject.isGone("deleted"));
        }
    },
    a_collection_is_deleted_by_selector(subject -> subject.resource().can("deletecollection")) {
        @Override
        void check(Subject subject) {
            for (String word : List.of("many1", "many2", "kept")) {
                ObjectNode sample = subject.sample(word);
                Json.child(Json.child(sample, "metadata"), "labels").put("many", word.substring(0, 4));
                subject.made(sample);
            }
            String path = subject.collection() + "?labelSelector=many%3Dmany";
            assertEquals(200, subject.cluster().delete(path + "&dryRun=All", "").code());
            assertFalse(subject.isGone("many1"));
            assertEquals(200, subject.cluster().delete(path, "").code());
            assertTrue(subject.isGone("many1") && subject.isGone("many2") && !subject.isGone("kept"));
        }
    },
    finalizers_hold_an_object_back(
            subject -> subject.isStored() && subject.resource().can("patch")) {
        @Override
        void check(Subject subject) {
            ObjectNode sample = subject.sample("held");
            Json.child(sample, "metadata").putArray("finalizers").add("example.com/wait");
            subject.made(sample);
            assertTrue(subject.delete("held", "").body().path("metadata").has("deletionTimestamp"));
            assertEquals(200, subject.get("held").code());
            assertEquals(
                    422,
                    subject.patch("held", "merge-patch+json", "{\"metadata\":{\"finalizers\":[\"example.com/more\"]}}")
                            .code());
            assertEquals(
                    200,
                    subject.patch("held", "merge-patch+json", "{\"metadata\":{\"finalizers\":null}}")
                            .code());
            assertTrue(subject.isGone("held"));
        }
    },
    what_is_owned_goes_with_its_owner(subject -> subject.isStored() && subject.goesAtOnce()) {
        @Override
        void check(Subject subject) {
            ObjectNode owner = subject.made("owner");
            ObjectNode sample = subject.sample("owned");
            Json.child(sample, "metadata")
                    .putArray("ownerReferences")
                    .addObject()
                    .put("apiVersion", subject.resource().group())
                    .put("kind", subject.resource().kind())
                    .put("name", subject.name("owner"))
                    .put("uid", Json.at(owner, "metadata", "uid"));
            subject.made(sample);
            assertEquals(200, subject.delete("owner", "").code());
            assertTrue(subject.isGone("owned"));
        }
    };

    private static final String TABLE = "application/json;as=Table;v=v1;g=meta.k8s.io";
    private static final String PARTIAL = "application/json;as=PartialObjectMetadata;v=v1;g=meta.k8s.io";
    private static final String PROTOBUF = "application/vnd.kubernetes.protobuf";

    private final Predicate<Subject> needs;

    Convention(Predicate<Subject> needs) {
        this.needs = needs;
    }

    boolean isFor(Subject subject) {
        return needs.test(subject);
    }

    abstract void check(Subject subject) throws IOException, InterruptedException;

    private static Set<String> fields(JsonNode object) {
        Set<String> names = new TreeSet<>();
        object.fieldNames().forEachRemaining(names::add);
        return names;
    }
}
