namespace Clinic.Api.Commands;

/// <summary>Words and options of a command: <c>add --name "Ana Arias"</c>.</summary>
internal sealed class Arguments
{
    private readonly List<string> words = [];
    private readonly Dictionary<string, string> options = new(StringComparer.Ordinal);

    /// <summary>The first word, or empty.</summary>
    public string Verb => words.FirstOrDefault() ?? "";

    /// <summary>Options that the host's own configuration takes, such as <c>--Clinic:DataSource=x</c>.</summary>
    public string[] Configuration => [.. options.Where(o => IsConfiguration(o.Key)).Select(o => $"--{o.Key}={o.Value}")];

    public static Arguments Read(IReadOnlyList<string> args)
    {
        var read = new Arguments();
        for (var i = 0; i < args.Count; i++)
        {
            if (!args[i].StartsWith("--", StringComparison.Ordinal))
            {
                read.words.Add(args[i]);
                continue;
            }

            var (name, value) = Split(args[i][2..]);
            if (value is null && i + 1 < args.Count && !args[i + 1].StartsWith("--", StringComparison.Ordinal)) value = args[++i];
            read.options[name] = value ?? "";
        }

        return read;
    }

    /// <summary>The value of an option, or null.</summary>
    public string? this[string option] => options.GetValueOrDefault(option);

    /// <summary>The values of an option, separated by commas.</summary>
    public string[] List(string option) => (this[option] ?? "").Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

    /// <summary>Whether all is understood: one word at most, and no option but these and the configuration.</summary>
    /// <remarks>What is not understood must stop a command: a mistyped option could have been the one that holds it back.</remarks>
    public bool Are(params string[] known) => words.Count <= 1 && options.Keys.All(o => known.Contains(o, StringComparer.Ordinal) || IsConfiguration(o));

    private static bool IsConfiguration(string option) => option.Contains(':', StringComparison.Ordinal) || option == "environment";

    private static (string Name, string? Value) Split(string text) => text.IndexOf('=', StringComparison.Ordinal) is var at && at < 0 ? (text, null) : (text[..at], text[(at + 1)..]);
}
