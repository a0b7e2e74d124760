using System.Reflection;
using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;
using Clinic.Abstractions;

namespace Clinic.EmergencyBilling.Tests.Rules;

/// <summary>Every code has a test that names it, and a text in both languages whose facts are always given.</summary>
public sealed partial class RuleCoverageTests
{
    private static readonly (string Name, string Code)[] Codes =
        [.. typeof(EmergencyBillingRules).GetFields(BindingFlags.Public | BindingFlags.Static).Where(f => f.IsLiteral).Select(f => (f.Name, (string)f.GetRawConstantValue()!))];

    [Fact]
    public void Every_code_is_named_by_a_test()
    {
        var tests = string.Concat(Directory.EnumerateFiles(Folder(), "*Tests.cs", SearchOption.AllDirectories).Select(File.ReadAllText));

        Assert.Empty(Codes.Where(c => !Regex.IsMatch(tests, $@"\bEmergencyBillingRules\.{c.Name}\b|\b{c.Code}\b")).Select(c => c.Name));
    }

    [Fact]
    public void Both_languages_speak_of_the_same_facts() =>
        Assert.All(EmergencyBillingRules.Texts.All, t => Assert.Equal(Facts().Matches(t.English).Select(m => m.Value).Distinct().Order(), Facts().Matches(t.Spanish).Select(m => m.Value).Distinct().Order()));

    [Fact]
    public void A_refusal_speaks_the_language_that_is_asked_for()
    {
        var e = new EmergencyBillingException(EmergencyBillingRules.VersionTransitionRefused, ("version", 2), ("status", "Draft"));

        Assert.Equal("Version 2 is Draft; only a draft can be published, and only a published one corrected.", e.Describe(e.Failures[0], "en"));
        Assert.Equal("La versión 2 está en estado borrador; solo un borrador se publica y solo una publicada se corrige.", e.Describe(e.Failures[0], "es"));
        Assert.Equal((EmergencyBillingRules.VersionTransitionRefused, RuleKind.Refused), (e.Code, e.Kind));
    }

    private static string Folder([CallerFilePath] string file = "") => Path.GetDirectoryName(Path.GetDirectoryName(file))!;

    [GeneratedRegex(@"\{\w+\}")]
    private static partial Regex Facts();
}
