using Webhooks.Admission.Injection;
using Webhooks.Resources.Json;

namespace Webhooks.Admission.Explaining;

/// <summary>Finds what says whether a template is wanted.</summary>
/// <param name="names">The annotations that are ours.</param>
/// <param name="annotations">The object's.</param>
/// <param name="templateAnnotations">Those of a workload's pod template; missing for a Pod.</param>
/// <param name="defaults">The templates that the namespace asks for.</param>
internal sealed class Askers(AnnotationNames names, JsonValue annotations, JsonValue templateAnnotations, IReadOnlyList<string> defaults)
{
    /// <summary>All that speak of one template: what asks first, then what says no to all; none for a template that nobody asks for.</summary>
    /// <param name="template">The template.</param>
    /// <param name="isListed">Whether a status names it.</param>
    public IReadOnlyList<Asker> Of(string template, bool isListed)
    {
        List<Asker> askers = [];
        Enter(askers, AskerPlace.Object, annotations, names.For(template));
        Enter(askers, AskerPlace.PodTemplate, templateAnnotations, names.For(template));
        if (defaults.Contains(template))
        {
            askers.Add(new Asker(AskerPlace.Namespace, names.Injection, "enabled", IsWanted: true));
        }

        if (askers.Count == 0 && isListed)
        {
            askers.Add(new Asker(AskerPlace.Status, names.Status, "", IsWanted: null));
        }

        Enter(askers, AskerPlace.Object, annotations, names.Injection);
        Enter(askers, AskerPlace.PodTemplate, templateAnnotations, names.Injection);
        return askers;
    }

    /// <summary>To allow injection in general says nothing about a template.</summary>
    private void Enter(List<Asker> askers, AskerPlace place, JsonValue annotations, string key)
    {
        JsonValue value = annotations[key];
        bool? isWanted = OptInValue.TryRead(value, out bool wanted) ? wanted : null;
        if (!value.IsMissing && !(key == names.Injection && wanted))
        {
            askers.Add(new Asker(place, key, Warning.Excerpt(value.ToString()), isWanted));
        }
    }
}
