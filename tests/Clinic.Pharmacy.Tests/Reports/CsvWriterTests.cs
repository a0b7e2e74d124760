using System.Globalization;
using System.Text;
using Clinic.Guards;
using Clinic.Pharmacy.Imports;
using Clinic.Pharmacy.Reports;
using Clinic.Pharmacy.Reports.Csv;
using FsCheck.Fluent;
using NodaTime;

namespace Clinic.Pharmacy.Tests.Reports;

/// <summary>CSV for programs and for Excel.</summary>
public sealed class CsvWriterTests
{
    private static readonly CsvStyle[] Styles = [CsvStyle.Plain("en"), CsvStyle.Plain("es"), CsvStyle.Excel("en"), CsvStyle.Excel("es")];

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public void What_was_written_reads_back_cell_by_cell()
    {
        var cell = Gen.OneOf(
            Gen.Elements<object?>(null, "", "=1+1", "+593", "-x", "@sum", "\ttab", "\rcr", "\nlf", "a;b", "a,b", "\"", "\"\"", "line\r\nbreak", "María Ñ", "\uFEFFmark", "'", " ", 0m, -12.50m, 1234567.891m, 7, long.MaxValue, new LocalDate(2026, 2, 28)),
            Gen.Choose(0, 60).ArrayOf().Select(a => (object?)new string([.. a.Select(c => "=+-@\t\r\n,;\"'ab áñ0123456789"[c % 26])])));
        Prop.ForAll(cell.ArrayOf(3).ArrayOf().ToArbitrary(), rows =>
        {
            foreach (var style in Styles)
            {
                var text = Written(style, rows);
                var failures = new Failures();
                var read = new CsvReader(text, style.Separator).ReadAll(10_000, failures);
                Assert.Equal(0, failures.Count);
                Assert.Equal(rows.Select(r => r.Select(c => CsvWriter.Text(c, style))), read.Select(r => r.Cells));
                Assert.Equal(style.WithMark && rows.Length > 0, text.StartsWith('\uFEFF'));
            }
        }).Holds();
    }

    [Theory]
    [InlineData("=1+1", "'=1+1")]
    [InlineData("+1", "'+1")]
    [InlineData("-1", "'-1")]
    [InlineData("@x", "'@x")]
    [InlineData("\tx", "'\tx")]
    [InlineData("\rx", "'\rx")]
    [InlineData("a=1", "a=1")]
    public void A_text_that_a_spreadsheet_would_calculate_gets_an_apostrophe(string text, string written) =>
        Assert.Equal(written, CsvWriter.Text(text, CsvStyle.Plain("en")));

    [Fact]
    public void Numbers_stay_numbers_in_every_style_and_culture()
    {
        var before = CultureInfo.CurrentCulture;
        try
        {
            foreach (var culture in new[] { "de-DE", "ar-SA", "es-EC" })
            {
                CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo(culture);
                Assert.Equal("-1234.5", CsvWriter.Text(-1234.50m, CsvStyle.Plain("es")));
                Assert.Equal("-1234,5", CsvWriter.Text(-1234.50m, CsvStyle.Excel("es")));
                Assert.Equal("-1234.5", CsvWriter.Text(-1234.50m, CsvStyle.Excel("en")));
                Assert.Equal("-7", CsvWriter.Text(-7L, CsvStyle.Excel("es")));
                Assert.Equal("2026-03-01 08:05:00", CsvWriter.Text(new LocalDateTime(2026, 3, 1, 8, 5), CsvStyle.Excel("es")));
            }
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }

        Assert.Throws<ArgumentException>(() => CsvWriter.Text(1.5, CsvStyle.Plain("en")));
    }

    [Fact]
    public async Task A_table_has_its_heads_in_both_languages_and_is_written_as_its_rows_come()
    {
        var stream = new MemoryStream();
        var seen = 0L;
        async IAsyncEnumerable<PurchaseSuggestion> Rows()
        {
            for (var i = 0; i < 1000; i++)
            {
                await Task.Yield();
                seen = Math.Max(seen, stream.Length);
                yield return PurchaseSuggestion.For(new(default, "=A", "Ñ", Abstractions.UnitCode.Tablet), new(1, 2), new(15m, 2, 0), 1)!;
            }
        }

        await ReportTables.SuggestedPurchases.WriteAsync(stream, Rows(), CsvStyle.Excel("es"), DateTimeZone.Utc, Ct);

        Assert.True(seen > 0, "Nothing was written before the last row.");
        var lines = Encoding.UTF8.GetString(stream.ToArray()).Split("\r\n");
        Assert.StartsWith("\uFEFFcódigo;producto;existencias;unidad", lines[0], StringComparison.Ordinal);
        Assert.Equal("'=A;Ñ;0,01;{tbl};15;0;7,5;0,001333;7,49", lines[1]);
        Assert.Equal(1002, lines.Length);
    }

    [Fact]
    public void Every_table_has_each_head_once_in_each_language()
    {
        foreach (var heads in new[]
        {
            Heads(ReportTables.Kardex), Heads(ReportTables.StockValue), Heads(ReportTables.CostOfGoods), Heads(ReportTables.Margins), Heads(ReportTables.Invoices),
            Heads(ReportTables.Reconciliation), Heads(ReportTables.Kpis), Heads(ReportTables.SuggestedPurchases),
        })
        {
            Assert.Equal(heads.Count, heads.DistinctBy(h => h.English).Count());
            Assert.Equal(heads.Count, heads.DistinctBy(h => h.Spanish).Count());
        }
    }

    private static List<(string English, string Spanish)> Heads<T>(ReportTable<T> table) => [.. table.Columns.Select(c => (c.Head("en"), c.Head("es")))];

    private static string Written(CsvStyle style, object?[][] rows)
    {
        using var text = new StringWriter();
        var csv = new CsvWriter(text, style);
        foreach (var row in rows) csv.WriteAsync(row, Ct).GetAwaiter().GetResult();
        return text.ToString();
    }
}
