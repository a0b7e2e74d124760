using System.Globalization;
using Clinic.Abstractions;
using FsCheck;
using FsCheck.Fluent;
using NodaTime;

namespace Clinic.Storage.Turso.Tests;

public class ValueTests
{
    public static TheoryData<string> Texts { get; } = ["", "\0", "a\0b", "\0\0", "ñ", "n\u0303", "😀", new string('x', 256), new string('ñ', 257), string.Concat(Enumerable.Repeat("😀", 70_000))];

    [Theory]
    [MemberData(nameof(Texts))]
    public async Task Text_comes_back_as_it_was(string text)
    {
        await using var stores = await TursoStores.MakeAsync(inMemory: true);

        var row = (await ReadAsync(stores, text, r => (r.Text(0), r.Text(1)))).Single();

        Assert.Equal((text, "text"), row);
    }

    [Fact]
    public async Task Any_text_comes_back_or_is_refused()
    {
        await using var stores = await TursoStores.MakeAsync(inMemory: true);

        Prop.ForAll(ArbMap.Default.ArbFor<char[]>(), chars =>
        {
            var text = new string(chars);
            var isWhole = !text.EnumerateRunes().Any(r => r == System.Text.Rune.ReplacementChar) || text.Contains('\ufffd', StringComparison.Ordinal);
            if (!isWhole) return Record.Exception(() => (SqlValue)text) is ArgumentException;
            return ReadAsync(stores, text, r => r.Text(0)).Result.Single() == text;
        }).QuickCheckThrowOnFailure();
    }

    [Fact]
    public void Half_a_surrogate_pair_is_refused_without_repeating_the_text()
    {
        foreach (var text in new[] { "\ud83d", "x\ude00", "\ude00\ud83d", "\ud83d\ud83d\ude00" })
        {
            var e = Assert.Throws<ArgumentException>(() => (SqlValue)text);

            Assert.Contains("surrogate", e.Message, StringComparison.Ordinal);
            Assert.DoesNotContain(text, e.Message, StringComparison.Ordinal);
            Assert.Equal(Utf16.Repaired(text), Utf16.Checked(Utf16.Repaired(text)));
            Assert.Equal("", Utf16.Cut("😀", 1));
        }
    }

    [Theory]
    [InlineData("0")]
    [InlineData("1.50")]
    [InlineData("-0.0000000000000000000000000001")]
    [InlineData("79228162514264337593543950335")]
    public async Task Decimals_keep_value_and_scale_in_any_culture(string text)
    {
        await using var stores = await TursoStores.MakeAsync(inMemory: true);
        CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo("es-EC");
        var value = decimal.Parse(text, CultureInfo.InvariantCulture);

        var row = (await ReadAsync(stores, value, r => (r.Decimal(0), r.Text(0), r.Text(1)))).Single();

        Assert.Equal((value, text, "text"), row);
    }

    [Fact]
    public async Task Instants_keep_microseconds_before_and_after_1970()
    {
        await using var stores = await TursoStores.MakeAsync(inMemory: true);

        Prop.ForAll(ArbMap.Default.ArbFor<long>(), micros =>
        {
            var instant = InstantExtensions.FromUnixTimeMicroseconds(micros % 200_000_000_000_000_000);
            return ReadAsync(stores, instant, r => r.Instant(0)).Result.Single() == instant;
        }).QuickCheckThrowOnFailure();
    }

    [Fact]
    public async Task Dates_ids_numbers_blobs_and_nothing_come_back()
    {
        await using var stores = await TursoStores.MakeAsync(inMemory: true);
        var id = Guid.Parse("0190ABCD-0000-7000-8000-00000000FFFF");

        Assert.Equal(("2026-02-28", new LocalDate(2026, 2, 28)), (await ReadAsync(stores, new LocalDate(2026, 2, 28), r => (r.Text(0), r.Date(0)))).Single());
        Assert.Equal(("0190abcd-0000-7000-8000-00000000ffff", id), (await ReadAsync(stores, id, r => (r.Text(0), r.Uuid(0)))).Single());
        Assert.Equal((long.MinValue, "integer"), (await ReadAsync(stores, long.MinValue, r => (r.Long(0), r.Text(1)))).Single());
        Assert.Equal("blob", (await ReadAsync(stores, Array.Empty<byte>(), r => r.Text(1))).Single());
        Assert.Equal([0, 255, 0], (await ReadAsync(stores, new byte[] { 0, 255, 0 }, r => r.Blob(0))).Single());
        Assert.True((await ReadAsync(stores, (string?)null, r => r.IsNull(0))).Single());
        await Assert.ThrowsAsync<InvalidOperationException>(() => ReadAsync(stores, (Guid?)null, r => r.Text(0)));
        Assert.Equal("Uuid", ((SqlValue)id).ToString());
    }

    [Fact]
    public async Task Every_parameter_needs_one_value()
    {
        await using var stores = await TursoStores.MakeAsync(inMemory: true);

        await Assert.ThrowsAsync<InvalidOperationException>(() => stores.Source.ListAsync("SELECT ?1, ?2", [1], r => r.Long(0), TestContext.Current.CancellationToken));
        await Assert.ThrowsAsync<InvalidOperationException>(() => stores.Source.ListAsync("SELECT ?1", [1, 2], r => r.Long(0), TestContext.Current.CancellationToken));
        await Assert.ThrowsAsync<InvalidOperationException>(() => stores.Source.ListAsync("SELECT 1; SELECT 2", [], r => r.Long(0), TestContext.Current.CancellationToken));
    }

    private static Task<List<T>> ReadAsync<T>(TursoStores stores, SqlValue value, Func<Row, T> map) =>
        stores.Source.ListAsync("SELECT ?1, typeof(?1)", [value], map, CancellationToken.None);
}
