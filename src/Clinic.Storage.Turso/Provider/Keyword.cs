using System.Diagnostics.CodeAnalysis;
using System.Globalization;

namespace Clinic.Storage.Turso;

/// <summary>A keyword of connection strings: its names, its default, and the values that it takes.</summary>
internal sealed class Keyword
{
    private readonly Func<object, object?> read;
    private readonly string allowed;

    private Keyword(string name, object defaultValue, Func<object, object?> read, string allowed, params string[] synonyms)
    {
        Name = name;
        Default = defaultValue;
        this.read = read;
        this.allowed = allowed;
        Synonyms = synonyms;
    }

    public static Keyword DataSource { get; } = new("Data Source", "", ReadDataSource, "a path or an address", "DataSource", "Filename", "Server", "Uri", "Url");

    public static Keyword Mode { get; } = Choice("Mode", TursoOpenMode.ReadWriteCreate);

    public static Keyword Cache { get; } = Choice("Cache", TursoCacheMode.Default);

    public static Keyword JournalMode { get; } = Choice("Journal Mode", TursoJournalMode.Wal, "JournalMode");

    public static Keyword Synchronous { get; } = Choice("Synchronous", TursoSynchronous.Full);

    public static Keyword ForeignKeys { get; } = YesNo("Foreign Keys", true, "ForeignKeys");

    public static Keyword RecursiveTriggers { get; } = YesNo("Recursive Triggers", false, "RecursiveTriggers");

    public static Keyword CacheSize { get; } = Number("Cache Size KiB", 16_384, 64, 4_194_304, "CacheSizeKiB");

    public static Keyword BusyTimeout { get; } = Number("Busy Timeout", 10_000, 0, 600_000, "BusyTimeout");

    public static Keyword CommandTimeout { get; } = Number("Command Timeout", 30, 0, 86_400, "CommandTimeout", "Default Timeout", "DefaultTimeout");

    public static Keyword ConnectTimeout { get; } = Number("Connect Timeout", 15, 0, 3_600, "ConnectTimeout", "Connection Timeout");

    public static Keyword Pooling { get; } = YesNo("Pooling", true);

    public static Keyword MaxPoolSize { get; } = Number("Max Pool Size", 100, 1, 1_000, "MaxPoolSize", "Maximum Pool Size");

    public static Keyword AuthToken { get; } = Word("Auth Token", "AuthToken");

    public static Keyword Namespace { get; } = Word("Namespace");

    public static Keyword PersistSecurityInfo { get; } = YesNo("Persist Security Info", false, "PersistSecurityInfo");

    public static Keyword NativeLibrary { get; } = Word("Native Library", "NativeLibrary");

    public static IReadOnlyList<Keyword> All { get; } =
    [
        DataSource, Mode, Cache, JournalMode, Synchronous, ForeignKeys, RecursiveTriggers, CacheSize, BusyTimeout, CommandTimeout, ConnectTimeout, Pooling,
        MaxPoolSize, AuthToken, Namespace, PersistSecurityInfo, NativeLibrary,
    ];

    public static string[] Names { get; } = [.. All.Select(k => k.Name)];

    public string Name { get; }

    public object Default { get; }

    public string[] Synonyms { get; }

    private static readonly Dictionary<string, Keyword> ByName = All
        .SelectMany(k => k.Synonyms.Append(k.Name).Select(n => KeyValuePair.Create(n, k)))
        .ToDictionary(StringComparer.OrdinalIgnoreCase);

    public static bool TryOf(string keyword, [NotNullWhen(true)] out Keyword? found)
    {
        ArgumentNullException.ThrowIfNull(keyword);
        return ByName.TryGetValue(keyword, out found);
    }

    public static Keyword Of(string keyword)
    {
        if (TryOf(keyword, out var found)) return found;
        if (string.Equals(keyword, "Password", StringComparison.OrdinalIgnoreCase))
            throw new ArgumentException("The keyword Password is not supported: the native library here does not encrypt files.", nameof(keyword));
        throw new ArgumentException($"The keyword {keyword} is unknown; allowed are {string.Join(", ", Names)}.", nameof(keyword));
    }

    /// <summary>The value in its type.</summary>
    /// <exception cref="ArgumentException">It is not one of the allowed ones.</exception>
    public object Read(object value)
    {
        ArgumentNullException.ThrowIfNull(value);
        if (read(value) is { } known) return known;
        // A garbled token must not be repeated, and it cannot get here: any text is one.
        throw new ArgumentException($"{Name} is {Convert.ToString(value, CultureInfo.InvariantCulture)}; allowed is {allowed}.", Name);
    }

    private static Keyword Word(string name, params string[] synonyms) =>
        new(name, "", v => Convert.ToString(v, CultureInfo.InvariantCulture) ?? "", "a text", synonyms);

    private static Keyword YesNo(string name, bool defaultValue, params string[] synonyms) =>
        new(name, defaultValue, ReadBool, "True or False", synonyms);

    private static Keyword Number(string name, int defaultValue, int least, int most, params string[] synonyms) =>
        new(name, defaultValue, v => ReadInt(v) is { } number && number >= least && number <= most ? number : null, $"{least} to {most}", synonyms);

    private static Keyword Choice<TEnum>(string name, TEnum defaultValue, params string[] synonyms)
        where TEnum : struct, Enum =>
        new(name, defaultValue, v => ReadEnum<TEnum>(v), string.Join(", ", Enum.GetNames<TEnum>()), synonyms);

    private static string ReadDataSource(object value)
    {
        var text = Convert.ToString(value, CultureInfo.InvariantCulture) ?? "";
        if (text.Contains('\0', StringComparison.Ordinal)) throw new ArgumentException("Data Source holds the character U+0000; no path has it.", nameof(value));
        return HranaAddress.Looks(text) && HranaAddress.Failure(text) is { } failure ? throw new ArgumentException(failure, nameof(value)) : text;
    }

    private static object? ReadBool(object value) => value switch
    {
        bool known => known,
        string text when bool.TryParse(text, out var known) => known,
        string text when text.Trim().ToUpperInvariant() is "YES" or "ON" or "1" => true,
        string text when text.Trim().ToUpperInvariant() is "NO" or "OFF" or "0" => false,
        _ => null,
    };

    private static int? ReadInt(object value) => value switch
    {
        int known => known,
        long known and >= int.MinValue and <= int.MaxValue => (int)known,
        string text when int.TryParse(text, NumberStyles.AllowLeadingSign | NumberStyles.AllowLeadingWhite | NumberStyles.AllowTrailingWhite, CultureInfo.InvariantCulture, out var known) => known,
        _ => null,
    };

    private static object? ReadEnum<TEnum>(object value)
        where TEnum : struct, Enum => value switch
        {
            TEnum known when Enum.IsDefined(known) => known,
            string text when Enum.GetNames<TEnum>().FirstOrDefault(n => n.Equals(text.Trim(), StringComparison.OrdinalIgnoreCase)) is { } name => Enum.Parse<TEnum>(name),
            _ => null,
        };
}
