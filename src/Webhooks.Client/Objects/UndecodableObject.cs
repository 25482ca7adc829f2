namespace Webhooks.Client.Objects;

/// <summary>An object that is not as its record has it. Nothing of its content is kept but who it is.</summary>
/// <param name="Key">Its key; <c>null</c> where even that can't be read.</param>
/// <param name="ResourceVersion">Its version; empty where that can't be read.</param>
/// <param name="Problem">What is wrong, and where in the object.</param>
public sealed record UndecodableObject(ObjectKey? Key, string ResourceVersion, string Problem);
