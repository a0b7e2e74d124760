using Clinic.Pharmacy.Gs1;

namespace Clinic.Pharmacy.Tests.Gs1;

public class Gs1DefinitionsTests
{
    private static readonly List<Gs1Definition> Known =
    [
        .. from length in (int[])[2, 3, 4]
           from number in Enumerable.Range(0, (int)Math.Pow(10, length))
           let definition = Gs1Definitions.Named(number.ToString($"D{length}", null))
           where definition is not null
           select definition,
    ];

    [Fact]
    public void Every_identifier_is_found_by_its_own_digits()
    {
        Assert.Equal(Gs1Definitions.Count, Known.Count);
        Assert.InRange(Gs1Definitions.Count, 500, Gs1Definitions.MostIdentifiers);
        Assert.Equal(Enumerable.Range(0, Known.Count), Known.Select(d => d.Index).Order());
        Assert.All(Known, d => Assert.Equal(d.Identifier.Length, Gs1Definitions.LengthOf(d.Identifier.AsSpan(0, 2))));
        Assert.All(Known, d => Assert.Equal(Gs1Arbitraries.NeedsSeparator(d.Identifier), !d.EndsItself));
    }

    [Fact]
    public void Predefined_lengths_are_fixed_and_formats_are_sound() => Assert.All(Known, d =>
    {
        if (d.EndsItself) Assert.Equal(d.Shortest, d.Longest);
        Assert.InRange(d.Shortest, 1, d.Longest);
        Assert.InRange(d.Longest, 1, 90);
        Assert.True(d.CheckedDigits <= d.Shortest);
        Assert.True(d.CheckedDigits <= d.LeadingDigits);
        Assert.Equal(0, (d.Longest - d.Shortest) % d.Step);
        if (d.IsDate) Assert.Equal((6, 6, 6), (d.Shortest, d.Longest, d.LeadingDigits));
    });

    [Theory]
    [InlineData("00 01 02 10 11 12 13 15 16 17 20 21 22 30 37 90 91 99")]
    [InlineData("235 240 241 242 243 250 251 253 254 255 400 401 402 403 410 417 420 421 422 423 424 425 426 427 710 715 716")]
    [InlineData("3100 3165 3200 3295 3375 3495 3575 3600 3695 3900 3919 3929 3939 3943 3955 4300 4309 4321 4326 4333")]
    [InlineData("7001 7003 7011 7020 7023 7030 7039 7040 7230 7239 7240 7241 7242 8001 8002 8003 8020 8026 8030 8110 8111 8112 8200")]
    public void The_identifiers_of_the_specification_are_known(string identifiers) =>
        Assert.All(identifiers.Split(' '), id => Assert.NotNull(Gs1Definitions.Named(id)));

    [Theory]
    [InlineData("03 04 05 14 18 19 23 38 92x 236 244 256 404 418 428 717 3106 3170 3299 3380 3944 3956 4327 4334 7012 7024 7042 7229 8021 8113 8201 0 100 01234")]
    public void Nothing_else_is_known(string identifiers) =>
        Assert.All(identifiers.Split(' '), id => Assert.Null(Gs1Definitions.Named(id)));

    [Fact]
    public void The_sets_of_characters_are_those_of_the_specification()
    {
        Assert.Equal(82, Gs1Arbitraries.Charset82.Distinct().Count());
        Assert.All(Enumerable.Range(0, 0x10000), c => Assert.Equal(Gs1Arbitraries.Charset82.Contains((char)c), Gs1Charset.Text.Contains((char)c)));
        Assert.Equal(39, Enumerable.Range(0, 0x10000).Count(c => Gs1Charset.Component.Contains((char)c)));
        Assert.Equal(65, Enumerable.Range(0, 0x10000).Count(c => Gs1Charset.Base64.Contains((char)c)));
        Assert.Equal(10, Enumerable.Range(0, 0x10000).Count(c => Gs1Charset.Digits.Contains((char)c)));
    }
}
