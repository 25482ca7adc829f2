using Webhooks.Admission.Bookkeeping;
using Webhooks.Admission.Pods;
using Webhooks.Admission.Templates;
using Webhooks.Resources.Json;

namespace Webhooks.Admission.Injection;

/// <summary>A template made of what it brought earlier: it is gone, and what it brought is to stay.</summary>
internal static class KeptTemplate
{
    /// <summary>Makes it.</summary>
    /// <param name="entry">What a status says that it brought.</param>
    /// <param name="paths">What of it is not the user's by now.</param>
    /// <param name="holder">The workload in which that stands.</param>
    /// <param name="own">The user's own pod template: what belongs into a container that is no longer there is left out.</param>
    public static InjectionTemplate Of(TemplateEntry entry, IEnumerable<string> paths, WorkloadState holder, JsonDraft own)
    {
        JsonDraft content = JsonDraft.EmptyObject();
        foreach (string path in paths)
        {
            if (ItemPlace.TryFind(holder.Look, path, out ItemPlace item) && HasRoom(own, path))
            {
                Enter(content, holder.Look, path, item.Draft.Freeze());
            }
        }

        InjectionBlock block = new() { Native = NativeMode.Never, Position = PositionIn(holder, entry) };
        return new InjectionTemplate(entry.Template, entry.Hash, block, content.Freeze());
    }

    /// <summary>An item inside a container goes where that container is.</summary>
    private static bool HasRoom(JsonDraft own, string path)
    {
        if (ItemPath.ContainerOf(path) is not { } container)
        {
            return true;
        }

        return container.Length == path.Length || ItemPlace.TryFind(own, container, out _);
    }

    /// <summary>Before the workload's own init containers, if one of its stood there.</summary>
    private static InitPosition PositionIn(WorkloadState holder, TemplateEntry entry)
    {
        foreach (JsonValue container in holder.PodTemplate["spec"u8]["initContainers"u8].Items())
        {
            string path = ItemPath.Item("initContainers", container, PodShapes.PodSpec.Fields["initContainers"]);
            if (entry.Added.Contains(path))
            {
                return InitPosition.First;
            }

            if (!holder.Brought.Contains(path))
            {
                break;
            }
        }

        return InitPosition.Last;
    }

    /// <summary>Puts an item where its path says, with all that holds it; of containers that hold it only the name.</summary>
    private static void Enter(JsonDraft content, JsonDraft podTemplate, string path, JsonValue item)
    {
        ItemSteps steps = new(path);
        JsonDraft here = content;
        Shape shape = PodShapes.BroughtSpec;
        steps.MoveNext();
        if (steps.Text is "metadata")
        {
            shape = PodShapes.Listed;
        }

        for (ReadOnlySpan<char> walked = default; ;)
        {
            ShapeField field = shape.Find(steps.Text)!;
            walked = path.AsSpan(0, walked.Length + steps.Text.Length + (walked.IsEmpty ? 0 : 1));
            if (steps.IsLast)
            {
                here.Set(field.Name, new JsonDraft(item));
                return;
            }

            here = Member(here, field.Name, field.Shape.Kind == ShapeKind.List ? JsonDraft.EmptyArray : JsonDraft.EmptyObject);
            shape = field.Shape;
            steps.MoveNext();
            if (!steps.IsKey)
            {
                continue;
            }

            walked = path.AsSpan(0, walked.Length + steps.Text.Length + 2);
            if (shape.Kind == ShapeKind.Map)
            {
                here.Set(ItemSteps.TryReadKey(steps.Text, out string? quoted) && quoted != null ? quoted : steps.Text.ToString(), new JsonDraft(item));
                return;
            }

            if (steps.IsLast)
            {
                here.Insert(here.Count, new JsonDraft(item));
                return;
            }

            here = Holder(here, podTemplate, walked);
            shape = shape.Item!;
            steps.MoveNext();
        }
    }

    private static JsonDraft Member(JsonDraft parent, string name, Func<JsonDraft> make)
    {
        if (parent.Find(name) is not { } member)
        {
            member = make();
            parent.Set(name, member);
        }

        return member;
    }

    private static JsonDraft Holder(JsonDraft list, JsonDraft podTemplate, ReadOnlySpan<char> path)
    {
        ItemPlace.TryFind(podTemplate, path, out ItemPlace place);
        JsonValue name = place.Draft.FindSource("name");
        foreach (JsonDraft item in list.Items)
        {
            if (JsonEquality.AreEqual(item.FindSource("name"), name))
            {
                return item;
            }
        }

        JsonDraft holder = JsonDraft.EmptyObject();
        holder.Set("name", new JsonDraft(name));
        list.Insert(list.Count, holder);
        return holder;
    }
}
