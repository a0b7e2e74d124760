namespace Clinic.Hosts;

/// <summary>The keys of one purpose as the configuration names them.</summary>
/// <param name="Name">The setting of one key, such as <c>PayloadKey</c>.</param>
/// <param name="Active">The key for what is new.</param>
/// <param name="Keys">All keys by id.</param>
public sealed record KeyRecord(string Name, string Active, IReadOnlyDictionary<string, byte[]> Keys)
{
    /// <summary>The name and the ids only.</summary>
    public override string ToString() => $"{Name} {string.Join(", ", Keys.Keys.Order(StringComparer.Ordinal))}";
}
