package dev.s2ioc.newapp;

import com.fasterxml.jackson.databind.JsonNode;
import dev.s2ioc.client.Session;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Puts an application together: images and builds, what runs them, services, then the objects of templates. */
final class Assembly {
    private final Session session;
    private final AppRequest request;
    private final FreeNames names = new FreeNames();
    private final List<PlannedObject> objects = new ArrayList<>();
    private final List<PlannedObject> services = new ArrayList<>();
    private final List<PlannedObject> templated = new ArrayList<>();
    private final List<CreationPlan.Section> sections = new ArrayList<>();
    private final List<String> notices = new ArrayList<>();
    private final List<String> warnings = new ArrayList<>();
    private Optional<String> application;

    Assembly(Session session, AppRequest request) {
        this.session = session;
        this.request = request;
        this.application = request.name();
    }

    /** Images that run together in one pod. */
    void addGroup(List<AppUnit.Runnable> units) {
        FreeNames containers = new FreeNames();
        List<RunnableImage> images = units.stream()
                .map(Assembly::image)
                .map(image -> image.named(containers.next(image.container())))
                .toList();
        String name = request.name()
                .orElseGet(() -> names.next(Names.checked(images.getFirst().container())));
        application = application.or(() -> Optional.of(name));
        NewObject identity = new NewObject(name, Map.of(), Purpose.NEW_APP.generatedBy());
        RunFacts facts = RunFacts.of(request.running(), name);
        for (int i = 0; i < units.size(); i++) {
            addUnit(units.get(i), facts.of(images.get(i), i == 0), identity);
        }
        Workload workload = new Workload(identity, images, request.running(), request.labels());
        objects.add(workload.deployment());
        workload.service().ifPresent(services::add);
    }

    private static RunnableImage image(AppUnit.Runnable unit) {
        return switch (unit) {
            case AppUnit.Ready ready -> RunnableImage.of(ready.image());
            case AppUnit.Built built -> RunnableImage.of(built.build());
        };
    }

    private void addUnit(AppUnit.Runnable unit, List<String> running, NewObject identity) {
        switch (unit) {
            case AppUnit.Built built -> {
                CreationPlan plan = built.build().plan();
                CreationPlan.Section section = plan.sections().getFirst();
                addSection(section.found(), section.facts(), running);
                notices.addAll(plan.notices());
                warnings.addAll(plan.warnings());
                plan.objects().forEach(this::addOnce);
            }
            case AppUnit.Ready ready -> {
                ImageMatch image = ready.image();
                List<String> facts = image
                        .tagToMake()
                        .map(tag -> "    * An image stream tag will be created as \"" + tag.streamTag()
                                + "\" that will track this image")
                        .stream()
                        .toList();
                addSection(Optional.of(image).filter(ImageMatch::isKnown).map(FoundImage::of), facts, running);
                image.warning("deployment").ifPresent(warnings::add);
                image.tagToMake().ifPresent(tag -> addOnce(ImageStreams.tracking(identity, tag)));
            }
        }
    }

    private void addSection(Optional<FoundImage> found, List<String> facts, List<String> running) {
        List<String> all = new ArrayList<>(facts);
        all.addAll(running);
        sections.add(new CreationPlan.Section(found, all));
    }

    /** Two builds may need the same stream. */
    private void addOnce(PlannedObject object) {
        if (objects.stream().noneMatch(there -> there.quoted().equals(object.quoted()))) {
            objects.add(object);
        }
    }

    void addTemplate(FoundTemplate template) {
        TemplateProcessing processing = new TemplateProcessing(session);
        JsonNode processed = processing.process(template, request.parameters());
        application = application.or(() -> Optional.of(template.name()));
        sections.add(
                new CreationPlan.Section(Optional.empty(), TemplateFacts.of(template, processed, session.namespace())));
        templated.addAll(processing.objects(template, processed));
    }

    CreationPlan plan() {
        List<PlannedObject> all = new ArrayList<>(objects);
        all.addAll(services);
        all.addAll(templated);
        String name = application.orElseThrow();
        Map<String, String> labels = AppMarks.labels(name, request.labels(), templated);
        all.forEach(object -> AppMarks.set(object, labels));
        return new CreationPlan(name, request.labels(), sections, notices, warnings, all);
    }
}
