using System.Globalization;
using Clinic.Pharmacy.Sales;
using FsCheck.Fluent;

namespace Clinic.Pharmacy.Tests.Sales;

public sealed class DocumentNumberTests
{
    [Theory]
    [InlineData(DocumentKind.Cedula, "1710034065")]
    [InlineData(DocumentKind.Cedula, "0926687856")]
    [InlineData(DocumentKind.Ruc, "1710034065001")]
    [InlineData(DocumentKind.Ruc, "1790011674001")]
    [InlineData(DocumentKind.Ruc, "1790011675001")]
    [InlineData(DocumentKind.Ruc, "1760001550001")]
    [InlineData(DocumentKind.Passport, "AB-123456")]
    [InlineData(DocumentKind.FinalConsumer, "9999999999999")]
    [InlineData(DocumentKind.Other, "DNI 12.345.678")]
    public void Real_numbers_are_taken(DocumentKind kind, string number)
    {
        var document = DocumentNumber.Of(kind, number);

        Assert.Equal((kind, number), (document.Kind, document.Number));
        Assert.DoesNotContain(number, document.ToString());
    }

    [Theory]
    [InlineData(DocumentKind.Cedula, "1710034066", "last digit")]
    [InlineData(DocumentKind.Cedula, "171003406", "10 digits")]
    [InlineData(DocumentKind.Cedula, "١٧١٠٠٣٤٠٦٥", "10 digits")]
    [InlineData(DocumentKind.Cedula, "2510034065", "province")]
    [InlineData(DocumentKind.Cedula, "0010034065", "province")]
    [InlineData(DocumentKind.Cedula, "1760034065", "third digit")]
    [InlineData(DocumentKind.Ruc, "1710034065000", "establishment")]
    [InlineData(DocumentKind.Ruc, "1710034066001", "tenth digit")]
    [InlineData(DocumentKind.Ruc, "1790011675000", "establishment")]
    [InlineData(DocumentKind.Ruc, "1760001560001", "ninth digit")]
    [InlineData(DocumentKind.Ruc, "1760001550000", "establishment")]
    [InlineData(DocumentKind.Ruc, "1780001550001", "third digit")]
    [InlineData(DocumentKind.Ruc, "9999999999999", "province")]
    [InlineData(DocumentKind.Ruc, null, "13 digits")]
    [InlineData(DocumentKind.Passport, "AB", "3 to 20")]
    [InlineData(DocumentKind.Passport, "AB 123", "3 to 20")]
    [InlineData(DocumentKind.FinalConsumer, "999", "9999999999999")]
    [InlineData(DocumentKind.Other, "", "1 to 20")]
    public void What_breaks_the_rules_is_said_without_the_number(DocumentKind kind, string? number, string rule)
    {
        var e = Assert.Throws<PharmacyException>(() => DocumentNumber.Of(kind, number));

        Assert.Equal(PharmacyRules.DocumentNumberWrong, e.Code);
        Assert.Contains(rule, e.Message, StringComparison.Ordinal);
        if (number is { Length: > 3 } && kind != DocumentKind.FinalConsumer) Assert.DoesNotContain(number, e.Message);
    }

    [Fact]
    public void One_wrong_digit_of_a_cedula_is_always_seen() =>
        Prop.ForAll(Gen.Choose(0, 9).Four().ToArbitrary(), Gen.Choose(1, 9).ToArbitrary(), (digits, other) =>
        {
            var nine = string.Create(CultureInfo.InvariantCulture, $"171{digits.Item1}{digits.Item2}{digits.Item3}{digits.Item4}06");
            var valid = Enumerable.Range(0, 10).Select(d => $"{nine}{d}").Single(n => DocumentNumber.WhyNot(DocumentKind.Cedula, n) is null);
            var at = digits.Item1 % 7 + 3;
            var wrong = valid[..at] + (char)('0' + ((valid[at] - '0' + other) % 10)) + valid[(at + 1)..];
            return DocumentNumber.WhyNot(DocumentKind.Cedula, wrong) is not null;
        }).Holds(100);

    [Theory]
    [InlineData("ana@example.com", true)]
    [InlineData("ana.maria+x@mail.example.com.ec", true)]
    [InlineData("ana@localhost", false)]
    [InlineData("ana@@example.com", false)]
    [InlineData("ana example.com", false)]
    [InlineData("Ana <ana@example.com>", false)]
    [InlineData("ana@example.com\r\nBcc: x@example.com", false)]
    [InlineData("ana.@example.com", false)]
    [InlineData("@example.com", false)]
    [InlineData(null, false)]
    public void Mail_addresses_read_or_do_not(string? address, bool reads) => Assert.Equal(reads, Buyer.IsMail(address));
}
