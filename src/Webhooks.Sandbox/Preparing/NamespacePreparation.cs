using Webhooks.Resources.Json;
using Webhooks.Sandbox.Defaulting;

namespace Webhooks.Sandbox.Preparing;

/// <summary>What the server does with Namespaces: they are active, and kept until their content is gone.</summary>
internal static class NamespacePreparation
{
    /// <summary>Active, with the finalizer <c>kubernetes</c>, and a label with its name where that was made only now.</summary>
    public static void OnCreate(JsonDraft space)
    {
        NamespaceDefaults.Fill(space);
        space.SetJson("status", """{"phase":"Active"}""");
        JsonDraft spec = space.Child("spec");
        if (!spec.List("finalizers").Any(item => item.Source.AsString() == "kubernetes"))
        {
            spec.ChildList("finalizers").Add(Drafts.Text("kubernetes"));
        }
    }

    /// <summary>Finalizers change only at their own path.</summary>
    public static void OnUpdate(JsonDraft space, JsonValue old) =>
        space.Child("spec").SetOrRemove("finalizers", old["spec"u8]["finalizers"u8]);
}
