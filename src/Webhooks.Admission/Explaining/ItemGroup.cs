namespace Webhooks.Admission.Explaining;

/// <summary>Items of one place with one fate.</summary>
/// <param name="Change">What becomes of them.</param>
/// <param name="Path">What holds them, from the object: <c>spec.template.spec.containers</c>; for a single field, that field.</param>
/// <param name="Names">The items' names; of a single field its value, or nothing where that is no scalar.</param>
public sealed record ItemGroup(ItemChange Change, string Path, IReadOnlyList<string> Names);
