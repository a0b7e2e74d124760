using System.Text.Json;
using NodaTime;

namespace Clinic.Abstractions.Tests.Json;

public sealed class ClinicJsonTests
{
    private sealed record Everything(
        Instant At, LocalDate Day, Duration For, UnitCode Unit, Currency Currency, Money Money, Quantity Quantity, Role Role, LotId? Lot, IReadOnlyList<string> Texts);

    [Fact]
    public void Values_come_back_as_they_went()
    {
        var all = new Everything(
            Instant.FromUtc(2026, 3, 10, 15, 4, 5) + Duration.FromTicks(1_234_560), new(2026, 2, 28), Duration.FromSeconds(-90.5), new UnitCode("{tbl}"), Currency.Of("CLP"),
            new(1.50m, Currency.Usd), new(0.10m, UnitCode.Millilitre), Role.Pharmacist, null, ["á", "\u0001"]);

        var text = JsonSerializer.Serialize(all, ClinicJson.Options);

        Assert.Equivalent(all, JsonSerializer.Deserialize<Everything>(text, ClinicJson.Options), strict: true);
        Assert.Contains("\"2026-03-10T15:04:05.123456Z\"", text, StringComparison.Ordinal);
        Assert.Contains("\"role\":\"pharmacist\"", text, StringComparison.Ordinal);
        Assert.Contains("1.50", text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("\"2026-02-30\"", typeof(LocalDate))]
    [InlineData("\"2026-03-10\"", typeof(Instant))]
    [InlineData("\"2026-03-10T15:00:00-05:00\"", typeof(Instant))]
    [InlineData("5", typeof(LocalDate))]
    [InlineData("\"usd\"", typeof(Currency))]
    [InlineData("\"con espacio\"", typeof(UnitCode))]
    [InlineData("\"\"", typeof(LotId))]
    [InlineData("7", typeof(LotId))]
    [InlineData("3", typeof(Role))]
    [InlineData("\"wizard\"", typeof(Role))]
    [InlineData("{\"amount\":\"x\",\"currency\":\"USD\"}", typeof(Money))]
    public void Nonsense_is_a_json_error_and_nothing_else(string json, Type type) =>
        Assert.Throws<JsonException>(() => JsonSerializer.Deserialize(json, type, ClinicJson.Options));

    [Fact]
    public void Null_is_refused_where_a_value_must_be()
    {
        Assert.Throws<JsonException>(() => JsonSerializer.Deserialize<Everything>("{\"texts\":null}", ClinicJson.Options));
        Assert.Throws<JsonException>(() => JsonSerializer.Deserialize<Everything>("{\"at\":null}", ClinicJson.Options));
    }
}
