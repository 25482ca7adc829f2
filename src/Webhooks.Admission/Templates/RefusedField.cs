namespace Webhooks.Admission.Templates;

/// <summary>A field of a PodSpec that no template brings.</summary>
/// <param name="Name">The field.</param>
/// <param name="Why">What would go wrong, or why the workload's word could not be kept.</param>
/// <param name="Remedy">What a template's author does instead.</param>
internal sealed record RefusedField(string Name, string Why, string Remedy);
