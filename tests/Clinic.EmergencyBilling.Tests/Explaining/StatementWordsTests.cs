using Clinic.EmergencyBilling.Explaining;
using Clinic.EmergencyBilling.Rating;
using Clinic.EmergencyBilling.Tariffs;
using NodaTime;
using static Clinic.EmergencyBilling.Tests.Kit.Prices;

namespace Clinic.EmergencyBilling.Tests.Explaining;

public sealed class StatementWordsTests
{
    private static readonly TariffTerms Everything = Terms(
        new FlatPrice("IN", "Ingreso", "EXEMPT", 15m, FlatPer.Stay),
        Night(18m),
        new ThresholdUnitsPrice("99291", "Cuidados críticos", "IVA15", Duration.FromMinutes(30), Duration.FromHours(1), 250m, Duration.FromMinutes(30), Duration.FromMinutes(15), 125m, "99292")) with
    {
        Metering = new() { Block = BlockRounding.Up(Duration.FromMinutes(15)), Grace = new(GraceMode.Deduct, Duration.FromMinutes(10), LimitBoundary.Included) },
        Surcharges = [new("FS", "Recargo nocturno", SurchargeKind.Percent, 25m, 1) { Restriction = new() { Bands = [Band(22, 6)] } }],
        Caps = [Cap.PerCalendarDay(400m)],
        Taxes = [TaxRule.Exempt, Iva],
        Split = new(20m, 80m, null),
    };

    [Fact]
    public void A_cashier_reads_it_aloud_in_Spanish() =>
        Assert.Equal(
            """
            La estancia va del 10 de marzo de 2026 a las 20:00 al 10 de marzo de 2026 a las 23:35: 3 h 35 min.
            No se cuentan 20 min de pausas y tiempos excluidos; quedan 3 h 15 min.
            Se facturan 3 h 15 min: los primeros 10 min son de cortesía; bloques de 15 min, cada uno desde 1 s.
            Ingreso, el 10 de marzo: 15.00 USD.
            Cuidados críticos (99291), el 10 de marzo desde las 20:10: 1 h, 1 a 250.00 USD, 250.00 USD.
            Cuidados críticos (99292), el 10 de marzo desde las 21:30: 30 min, 1 a 125.00 USD, 125.00 USD.
            Hora nocturna, el 10 de marzo de 22:00 a 23:45 (franja de 22:00 a 06:00): 1 h 45 min a 18.00 USD por hora, 31.50 USD.
            Recargo nocturno, el 10 de marzo desde las 22:00: 25 % más, 7.88 USD.
            Por el tope del día 10 de marzo se descuentan 3.72 USD.
            Por el tope del día 10 de marzo se descuentan 25.66 USD.
            Subtotal: 400.00 USD.
            Impuesto IVA15 del 15 % sobre 349.34 USD: 52.40 USD.
            Total: 452.40 USD.
            De 452.40 USD, IESS paga 345.92 USD y el paciente 106.48 USD.
            Tarifa: Emergencia versión 1 (b3a815f241c3); hora de America/Guayaquil, datos test.
            """.ReplaceLineEndings("\n"),
            Joined(Sample(), Guayaquil, "es"));

    [Fact]
    public void And_in_English() =>
        Assert.Equal(
            """
            The stay lasts from March 10, 2026, 20:00, to March 10, 2026, 23:35: 3 h 35 min.
            Pauses and excluded times of 20 min do not count; 3 h 15 min remain.
            Billed are 3 h 15 min: the first 10 min are free; blocks of 15 min, each from 1 s on.
            Ingreso, on March 10: 15.00 USD.
            Cuidados críticos (99291), on March 10 from 20:10 on: 1 h, 1 at 250.00 USD, 250.00 USD.
            Cuidados críticos (99292), on March 10 from 21:30 on: 30 min, 1 at 125.00 USD, 125.00 USD.
            Hora nocturna, on March 10 from 22:00 to 23:45 (band from 22:00 to 06:00): 1 h 45 min at 18.00 USD per hour, 31.50 USD.
            Recargo nocturno, on March 10 from 22:00 on: 25 % more, 7.88 USD.
            Because of the cap for March 10, 3.72 USD is taken off.
            Because of the cap for March 10, 25.66 USD is taken off.
            Subtotal: 400.00 USD.
            Tax IVA15 of 15 % on 349.34 USD: 52.40 USD.
            Total: 452.40 USD.
            Of 452.40 USD, IESS pays 345.92 USD and the patient 106.48 USD.
            Tariff: Emergencia version 1 (b3a815f241c3); time of America/Guayaquil, data test.
            """.ReplaceLineEndings("\n"),
            Joined(Sample(), Guayaquil, "en"));

    [Fact]
    public void Every_other_kind_of_line_has_its_sentence()
    {
        var terms = Terms(Hourly(10m)) with
        {
            Surcharges = [new("H", "Recargo por hora", SurchargeKind.PerHour, 2m, 1), new("O", "Material", SurchargeKind.Once, 3m, 2)],
            Stacking = SurchargeStacking.Sum,
            MinCharge = 40m,
        };
        var units = Terms(new ThresholdUnitsPrice("99291", "Cuidados", "EXEMPT", Duration.FromMinutes(30), Duration.FromHours(1), 250m, Duration.FromMinutes(30), Duration.FromMinutes(15), 125m, "99292"));

        Assert.Equal(
            [
                "Hora de observación, el 10 de marzo de 08:00 a 09:00: 1 h a 10.00 USD por hora, 10.00 USD.",
                "Recargo por hora, el 10 de marzo de 08:00 a 09:00: 2.00 USD más por hora, 2.00 USD.",
                "Material, una sola vez: 3.00 USD.",
                "Para llegar al cobro mínimo se agregan 25.00 USD.",
            ],
            Middle(terms));
        Assert.Equal("Por el cobro máximo se descuentan 5.00 USD.", Middle(terms with { MinCharge = null, MaxCharge = 10m })[^1]);
        Assert.Equal("Por el tope de la estancia se descuentan 6.00 USD.", Middle(terms with { MinCharge = null, Caps = [Cap.PerStay(9m)] })[^1]);
        Assert.Equal("Por el tope del lapso que empieza el 10 de marzo a las 08:00 se descuentan 6.00 USD.", Middle(terms with { MinCharge = null, Caps = [Cap.Rolling(9m, Duration.FromHours(24))] })[^1]);
        Assert.Equal(["Cuidados (99291), el 10 de marzo: 20 min no alcanzan para cobrar."], Middle(units, 20));
        Assert.Equal(["No se factura tiempo: hasta 1 h inclusive no se cobra."], Middle(terms with { Metering = new() { Grace = new(GraceMode.WaiveIfWithin, Duration.FromHours(1), LimitBoundary.Included) } }));
    }

    [Theory]
    [InlineData("es", 10.02, "En efectivo el paciente paga 9.00 USD: 0.02 USD menos, por el redondeo a monedas.")]
    [InlineData("en", 10.02, "In cash the patient pays 9.00 USD: 0.02 USD less, because of rounding to coins.")]
    [InlineData("es", 10.03, "En efectivo el paciente paga 9.05 USD: 0.02 USD más, por el redondeo a monedas.")]
    [InlineData("en", 10.03, "In cash the patient pays 9.05 USD: 0.02 USD more, because of rounding to coins.")]
    [InlineData("es", 10, "En efectivo el paciente paga 9.00 USD, sin redondeo.")]
    [InlineData("en", 10, "In cash the patient pays 9.00 USD, without rounding.")]
    public void Coins_are_said_last(string language, double price, string sentence)
    {
        var terms = Terms(Hourly((decimal)price)) with { CashStep = 0.05m, Discounts = [new("D", "Convenio", DiscountKind.Amount, 1m)] };

        Assert.Equal(sentence, StatementWords.Explain(Rate(Stay(Local(8), Local(9)), Book(terms)), Guayaquil, language)[^2]);
    }

    [Theory]
    [InlineData("es", DiscountKind.Percent, "Convenio: por el 7.5 % de descuento se restan 0.75 USD.")]
    [InlineData("en", DiscountKind.Percent, "Convenio: a discount of 7.5 % takes off 0.75 USD.")]
    [InlineData("es", DiscountKind.Amount, "Convenio: se descuentan 7.50 USD.")]
    [InlineData("en", DiscountKind.Amount, "Convenio: 7.50 USD is taken off.")]
    public void Discounts_are_said_with_their_name(string language, DiscountKind kind, string sentence) =>
        Assert.Equal(sentence, StatementWords.Explain(Rate(Stay(Local(8), Local(9)), Book(Terms(Hourly(10m)) with { Discounts = [new("D", "Convenio", kind, 7.5m)] })), Guayaquil, language)[2]);

    internal static string Joined(Statement statement, DateTimeZone zone, string language) => string.Join('\n', StatementWords.Explain(statement, zone, language));

    // Without the stay at the beginning and the three sums at the end.
    private static string[] Middle(TariffTerms terms, int minutes = 60) =>
        [.. StatementWords.Explain(Rate(Stay(Local(8), Local(8) + Duration.FromMinutes(minutes)), Book(terms)), Guayaquil, "es").Skip(1).SkipLast(3)];

    private static Statement Sample() =>
        Rate(new(Local(20), Local(23, 35), [new(Local(20), "IESS")], [new(Local(20, 30), Local(20, 50))]), Book(Everything));
}
