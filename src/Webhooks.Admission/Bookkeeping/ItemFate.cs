namespace Webhooks.Admission.Bookkeeping;

/// <summary>What an update made of an item that a template had brought.</summary>
internal enum ItemFate
{
    /// <summary>It stands there as it did.</summary>
    Kept,

    /// <summary>It was dropped: less of it stands there, or nothing.</summary>
    Dropped,

    /// <summary>It was dropped, and in its place stands again what stood there before the injection, or the API server's default.</summary>
    Reset,

    /// <summary>It says something that it did not say before: it is the user's from now on.</summary>
    Users,
}
