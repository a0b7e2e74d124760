namespace Clinic.Storage.Turso;

/// <summary>The tables of one domain: their migrations and the facts they version.</summary>
/// <param name="Name">The permanent name in the tracker, such as <c>pharmacy</c>.</param>
/// <param name="Scripts">The migrations by version, 1 upwards without gaps.</param>
/// <param name="Facts">The kinds of versioned facts.</param>
internal sealed record TursoSet(string Name, IReadOnlyList<MigrationScript> Scripts, IReadOnlyList<FactKind> Facts)
{
    /// <summary>What the program does after a migration, in the same commit, where SQL alone cannot; by version, safe to repeat.</summary>
    public IReadOnlyDictionary<int, Func<IMigrationTarget, CancellationToken, Task>> Fills { get; init; } = new Dictionary<int, Func<IMigrationTarget, CancellationToken, Task>>();

    /// <summary>A set whose scripts lie in <c>Folder/Migrations</c> of this package.</summary>
    public static TursoSet Embedded(string name, string folder, params FactKind[] facts) =>
        new(name, MigrationScript.Embedded(folder), facts);
}
