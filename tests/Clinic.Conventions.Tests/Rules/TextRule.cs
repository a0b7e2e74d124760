using System.Reflection;
using System.Text;

namespace Clinic.Conventions.Tests.Rules;

/// <summary>Names are ASCII, embedded files are the same bytes on every machine, packages say what they are.</summary>
internal static class TextRule
{
    private const BindingFlags All =
        BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly;

    /// <summary>Types, members and parameters have ASCII names.</summary>
    public static IEnumerable<string> StrangeNames(IEnumerable<Type> types) =>
        types.SelectMany(t => t.GetMembers(All).Select(m => m.Name)
                .Concat(t.GetMethods(All).SelectMany(m => m.GetParameters()).Select(p => p.Name ?? ""))
                .Append(t.FullName ?? t.Name)
                .Select(name => (Type: t, Name: name)))
            .Where(n => !Ascii.IsValid(n.Name))
            .Select(n => $"{n.Type.FullName}: the name {n.Name} is not ASCII")
            .Distinct();

    /// <summary>Embedded text is UTF-8 without a mark, with line feeds only, and ends with one.</summary>
    public static IEnumerable<string> VariantFile(string name, ReadOnlySpan<byte> bytes)
    {
        var found = new List<string>();
        if (bytes.StartsWith(Encoding.UTF8.Preamble)) found.Add($"{name} begins with a byte order mark");
        if (bytes.Contains((byte)'\r')) found.Add($"{name} has carriage returns");
        if (bytes.IsEmpty || bytes[^1] != (byte)'\n') found.Add($"{name} does not end with a line feed");
        if (!System.Text.Unicode.Utf8.IsValid(bytes)) found.Add($"{name} is not UTF-8");
        return found;
    }

    /// <summary>Every folder has a README that names the package.</summary>
    public static IEnumerable<string> WithoutReadme(IEnumerable<string> folders) =>
        folders.Where(folder => !ReadmeOf(folder).Contains(Path.GetFileName(folder), StringComparison.Ordinal))
            .Select(folder => $"{Path.GetFileName(folder)} has no README.md that names it");

    private static string ReadmeOf(string folder)
    {
        var path = Path.Combine(folder, "README.md");
        return File.Exists(path) ? File.ReadAllText(path) : "";
    }
}
