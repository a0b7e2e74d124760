namespace Clinic.Storage.Turso;

/// <summary>Compares what this program knows with what a database has.</summary>
internal static class MigrationCheck
{
    /// <summary>Every migration of the enabled sets, those of a newer program included.</summary>
    public static IReadOnlyList<MigrationStatus> Compare(IReadOnlyList<TursoSet> sets, IReadOnlyList<AppliedMigration> applied) =>
        [.. sets.SelectMany(set => Compare(set, applied.Where(a => a.Set == set.Name).ToDictionary(a => a.Version)))];

    /// <summary>Refuses changed scripts and databases of a newer program.</summary>
    public static void RequireKnown(string path, IReadOnlyList<MigrationStatus> all)
    {
        if (all.FirstOrDefault(m => m.State == MigrationState.Unknown) is { } newer)
            throw SqliteErrors.Refused($"The database {path} is newer than this program: it has the migration {Text(newer)}. Update the program.");
        if (all.FirstOrDefault(m => m.State == MigrationState.Changed) is { } changed)
            throw SqliteErrors.Refused($"The migration {Text(changed)} was applied to {path} with another content. Applied scripts never change; add a new one.");
    }

    /// <summary>Refuses anything but exactly the schema of this program.</summary>
    public static void RequireCurrent(string path, IReadOnlyList<TursoSet> sets, IReadOnlyList<AppliedMigration> applied)
    {
        var all = Compare(sets, applied);
        RequireKnown(path, all);
        if (all.FirstOrDefault(m => m.State == MigrationState.Pending) is { } missing)
            throw SqliteErrors.Refused($"The database {path} is older than this program: it lacks the migration {Text(missing)}. Run TursoMigrator.UpAsync.");
    }

    public static string Text(MigrationStatus m) => Text(m.Set, m.Version, m.Name);

    public static string Text(string set, int version, string name) =>
        string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{set} {version:0000} {name}");

    private static IEnumerable<MigrationStatus> Compare(TursoSet set, Dictionary<int, AppliedMigration> applied)
    {
        foreach (var script in set.Scripts)
        {
            yield return applied.Remove(script.Version, out var row)
                ? new(set.Name, script.Version, script.Name, row.Checksum == script.Checksum ? MigrationState.Applied : MigrationState.Changed, row.At, row.By)
                : new(set.Name, script.Version, script.Name, MigrationState.Pending);
        }

        foreach (var row in applied.Values.OrderBy(a => a.Version))
            yield return new(set.Name, row.Version, row.Name, MigrationState.Unknown, row.At, row.By);
    }
}
