using System.Reflection;
using System.Text;
using Clinic.Conventions.Tests.Planted;

namespace Clinic.Conventions.Tests.Rules;

public sealed class TextTests
{
    [Theory]
    [MemberData(nameof(Packages.Names), MemberType = typeof(Packages))]
    public void Names_are_ascii(string name) => Assert.Empty(TextRule.StrangeNames(Packages.Named(name).Assembly.GetTypes()));

    [Theory]
    [MemberData(nameof(Packages.Names), MemberType = typeof(Packages))]
    public void Embedded_text_is_the_same_on_every_machine(string name)
    {
        var assembly = Packages.Named(name).Assembly;

        Assert.Empty(assembly.GetManifestResourceNames().SelectMany(file => TextRule.VariantFile(file, Read(assembly, file))));
    }

    [Fact]
    public void Every_project_of_src_has_a_readme_that_names_it() => Assert.Empty(TextRule.WithoutReadme(Repository.ProjectFolders));

    [Fact]
    public void Foreign_letter_in_a_name_is_seen() =>
        Assert.Equal(
            [
                $"{typeof(ForeignLetters).FullName}: the name Dosificación is not ASCII",
                $"{typeof(ForeignLetters).FullName}: the name tamaño is not ASCII",
            ],
            TextRule.StrangeNames([typeof(ForeignLetters), typeof(Closed)]));

    [Theory]
    [InlineData("create table t (id text);\n")]
    [InlineData("-- días\n")]
    [InlineData("create table t (id text);\r\n", "carriage returns")]
    [InlineData("\uFEFFcreate table t (id text);\n", "byte order mark")]
    [InlineData("create table t (id text);", "line feed")]
    [InlineData("", "line feed")]
    public void Embedded_text_is_judged(string text, string? complaint = null)
    {
        var found = TextRule.VariantFile("0001.sql", Encoding.UTF8.GetBytes(text));

        if (complaint is null) Assert.Empty(found);
        else Assert.Contains(complaint, Assert.Single(found), StringComparison.Ordinal);
    }

    [Fact]
    public void Embedded_text_in_another_encoding_is_seen() =>
        Assert.Equal(["0001.sql is not UTF-8"], TextRule.VariantFile("0001.sql", Encoding.Latin1.GetBytes("-- días\n")));

    [Fact]
    public void Missing_readme_is_seen() =>
        Assert.Equal(["Planted has no README.md that names it"],
            TextRule.WithoutReadme([Path.Combine(Repository.Root, "tests", "Clinic.Conventions.Tests", "Planted")]));

    private static byte[] Read(Assembly assembly, string name)
    {
        using var stream = assembly.GetManifestResourceStream(name)!;
        var bytes = new byte[stream.Length];
        stream.ReadExactly(bytes);
        return bytes;
    }
}
