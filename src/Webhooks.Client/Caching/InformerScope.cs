namespace Webhooks.Client.Caching;

/// <summary>What tells the informers of a program apart.</summary>
internal readonly record struct InformerScope(Type Type, string Namespace, string LabelSelector, string FieldSelector);
