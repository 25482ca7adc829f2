using System.Collections.Immutable;

namespace Webhooks.Admission.Templates;

/// <summary>One look at the sources, held against what is in force.</summary>
internal sealed class RetentionStep
{
    private readonly RetainedTemplates _before;
    private readonly LoadedTemplates _loaded;
    private readonly bool _isWhole;
    private readonly DateTimeOffset _now;
    private readonly List<InjectionTemplate> _valid = [];
    private readonly List<InjectionTemplate> _added = [];
    private readonly List<InjectionTemplate> _changed = [];
    private readonly List<KeyValuePair<string, DateTimeOffset>> _deleted = [];
    private readonly List<string> _dropped = [];
    private readonly ImmutableSortedDictionary<string, DateTimeOffset>.Builder _missingSince;

    public RetentionStep(RetainedTemplates before, LoadedTemplates loaded, bool isWhole, DateTimeOffset now)
    {
        (_before, _loaded, _isWhole, _now) = (before, loaded, isWhole && loaded.IsWhole, now);
        _missingSince = before.MissingSince.Clear().ToBuilder();
        foreach (string name in loaded.Templates.Names)
        {
            Take(loaded.Templates.Find(name)!, before.Templates.Find(name));
        }

        foreach (string name in before.Templates.Names.Where(name => loaded.Templates.Find(name) == null))
        {
            Keep(before.Templates.Find(name)!);
        }

        MissingSince = _missingSince.ToImmutable();
        Templates = SetInForce();
        Problems = isWhole ? loaded.Problems : [.. loaded.Problems, .. before.Problems.Where(problem => problem.Template is { } name && !IsSeen(name))];
        string[] returned = [.. before.MissingSince.Keys.Where(IsSeen)];
        Changes = new TemplateChanges(_added, _changed, _deleted, returned, _dropped, [.. Problems.Except(before.Problems)]);
    }

    public TemplateSet Templates { get; }

    public IReadOnlyList<TemplateProblem> Problems { get; }

    public ImmutableSortedDictionary<string, DateTimeOffset> MissingSince { get; }

    public TemplateChanges Changes { get; }

    /// <summary>True for a name under which something stands, valid or not.</summary>
    private bool IsSeen(string name) => _loaded.Templates.Find(name) != null || _loaded.Templates.IsInvalid(name);

    private void Take(InjectionTemplate template, InjectionTemplate? inForce)
    {
        if (inForce != null && inForce.SaysTheSameAs(template))
        {
            _valid.Add(inForce);
            return;
        }

        _valid.Add(template);
        (inForce == null ? _added : _changed).Add(template);
    }

    private void Keep(InjectionTemplate inForce)
    {
        if (!_isWhole || IsSeen(inForce.Name))
        {
            _valid.Add(inForce);
            return;
        }

        bool isNew = !_before.MissingSince.TryGetValue(inForce.Name, out DateTimeOffset since);
        since = isNew || _now < since ? _now : since;
        if (_now >= since + RetainedTemplates.Grace)
        {
            _dropped.Add(inForce.Name);
            return;
        }

        _valid.Add(inForce);
        _missingSince.Add(inForce.Name, since);
        if (isNew)
        {
            _deleted.Add(new(inForce.Name, since + RetainedTemplates.Grace));
        }
    }

    private TemplateSet SetInForce()
    {
        HashSet<string> valid = new(_valid.Select(template => template.Name), StringComparer.Ordinal);
        HashSet<string> invalid = new(_loaded.Templates.InvalidNames.Where(name => !valid.Contains(name)), StringComparer.Ordinal);
        if (!_isWhole)
        {
            invalid.UnionWith(_before.Templates.InvalidNames.Where(name => !valid.Contains(name)));
        }

        TemplateSet before = _before.Templates;
        bool isSame = before.Names.Count == _valid.Count && _valid.All(template => before.Find(template.Name) == template);
        return isSame && invalid.SetEquals(before.InvalidNames) ? before : new TemplateSet(_valid, invalid);
    }
}
