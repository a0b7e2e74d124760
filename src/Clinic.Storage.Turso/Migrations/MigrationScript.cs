using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Clinic.Storage.Turso;

/// <summary>One numbered script with its way forward and its way back.</summary>
/// <param name="Version">The number within the set, from 1.</param>
/// <param name="Name">What it does, such as <c>create_core</c>.</param>
/// <param name="Forward">The statements that apply it.</param>
/// <param name="Rollback">The statements that take it back.</param>
/// <param name="Checksum">SHA-256 of the normalised text, in hex.</param>
internal sealed record MigrationScript(int Version, string Name, string Forward, string Rollback, string Checksum)
{
    private const string ForwardMark = "-- forward";
    private const string RollbackMark = "-- rollback";

    /// <summary>The scripts in <c>Folder/Migrations</c> of this package, by version.</summary>
    public static IReadOnlyList<MigrationScript> Embedded(string folder)
    {
        var assembly = typeof(MigrationScript).Assembly;
        var prefix = $"{assembly.GetName().Name}.{folder}.Migrations.";
        return InOrder(assembly.GetManifestResourceNames()
            .Where(n => n.StartsWith(prefix, StringComparison.Ordinal))
            .Select(n => Parse(n[prefix.Length..], Text(assembly.GetManifestResourceStream(n)!))));
    }

    /// <summary>Orders scripts and refuses gaps.</summary>
    public static IReadOnlyList<MigrationScript> InOrder(IEnumerable<MigrationScript> scripts)
    {
        var ordered = scripts.OrderBy(s => s.Version).ToList();
        for (var i = 0; i < ordered.Count; i++)
        {
            if (ordered[i].Version != i + 1)
                throw new InvalidOperationException($"The migrations do not count 1, 2, 3: found {ordered[i].Version} at place {i + 1}.");
        }

        return ordered;
    }

    /// <summary>Reads a script by its file name, <c>NNNN_verb_noun.sql</c>.</summary>
    public static MigrationScript Parse(string fileName, string text)
    {
        var stem = Path.GetFileNameWithoutExtension(fileName);
        if (stem.Length < 6 || stem[4] != '_' || !int.TryParse(stem.AsSpan(0, 4), NumberStyles.None, CultureInfo.InvariantCulture, out var version))
            throw new InvalidOperationException($"The migration {fileName} is not named NNNN_verb_noun.sql.");
        var normal = Normalise(text);
        var forward = normal.IndexOf(ForwardMark + "\n", StringComparison.Ordinal);
        var rollback = normal.IndexOf(RollbackMark + "\n", StringComparison.Ordinal);
        if (forward < 0 || rollback < forward)
            throw new InvalidOperationException($"The migration {fileName} needs a part '{ForwardMark}' and after it a part '{RollbackMark}'.");
        return new MigrationScript(
            version, stem[5..],
            normal[(forward + ForwardMark.Length)..rollback].Trim(), normal[(rollback + RollbackMark.Length)..].Trim(),
            Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(normal))));
    }

    // Line ends and trailing blanks differ between checkouts and mean nothing.
    private static string Normalise(string text) =>
        string.Join('\n', text.ReplaceLineEndings("\n").Split('\n').Select(l => l.TrimEnd())).Trim() + "\n";

    private static string Text(Stream stream)
    {
        using var reader = new StreamReader(stream, Encoding.UTF8);
        return reader.ReadToEnd();
    }
}
