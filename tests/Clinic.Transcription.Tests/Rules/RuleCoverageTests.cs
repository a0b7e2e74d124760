using System.Reflection;
using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;

namespace Clinic.Transcription.Tests.Rules;

/// <summary>Every code has a test that names it, and a text in both languages whose facts are always given.</summary>
public sealed partial class RuleCoverageTests
{
    private static readonly (string Name, string Code)[] Codes =
        [.. typeof(TranscriptionRules).GetFields(BindingFlags.Public | BindingFlags.Static).Where(f => f.IsLiteral).Select(f => (f.Name, (string)f.GetRawConstantValue()!))];

    [Fact]
    public void Every_code_is_named_by_a_test()
    {
        var tests = string.Concat(Directory.EnumerateFiles(Folder(), "*Tests.cs", SearchOption.AllDirectories).Select(File.ReadAllText));

        Assert.Empty(Codes.Where(c => !Regex.IsMatch(tests, $@"\bTranscriptionRules\.{c.Name}\b|\b{c.Code}\b")).Select(c => c.Name));
    }

    [Fact]
    public void Both_languages_speak_of_the_same_facts() =>
        Assert.All(TranscriptionRules.Texts.All, t => Assert.Equal(Facts().Matches(t.English).Select(m => m.Value).Distinct().Order(), Facts().Matches(t.Spanish).Select(m => m.Value).Distinct().Order()));

    private static string Folder([CallerFilePath] string file = "") => Path.GetDirectoryName(Path.GetDirectoryName(file))!;

    [GeneratedRegex(@"\{\w+\}")]
    private static partial Regex Facts();
}
