namespace Clinic.Abstractions;

/// <summary>A currency by its ISO 4217 code, with the decimals of its minor unit.</summary>
/// <remarks>The default value is <c>XXX</c>, the code of ISO 4217 for no currency; it never adds to another.</remarks>
/// <seealso href="https://www.iso.org/iso-4217-currency-codes.html"/>
public readonly record struct Currency
{
    private const string None = "XXX";

    private const string ZeroDigits = "BIF CLP DJF GNF ISK JPY KMF KRW PYG RWF UGX UYI VND VUV XAF XOF XPF";

    private const string ThreeDigits = "BHD IQD JOD KWD LYD OMR TND";

    private const string TwoDigits =
        "AED AFN ALL AMD ANG AOA ARS AUD AWG AZN BAM BBD BDT BGN BMD BND BOB BRL BSD BTN BWP BYN BZD CAD CDF CHF CNY COP CRC CUP " +
        "CVE CZK DKK DOP DZD EGP ERN ETB EUR FJD FKP GBP GEL GHS GIP GMD GTQ GYD HKD HNL HTG HUF IDR ILS INR IRR JMD KES KGS KHR " +
        "KPW KYD KZT LAK LBP LKR LRD LSL MAD MDL MGA MKD MMK MNT MOP MRU MUR MVR MWK MXN MYR MZN NAD NGN NIO NOK NPR NZD PAB PEN " +
        "PGK PHP PKR PLN QAR RON RSD RUB SAR SBD SCR SDG SEK SGD SHP SLE SOS SRD SSP STN SVC SYP SZL THB TJS TMT TOP TRY TTD TWD " +
        "TZS UAH USD UYU UZS VED VES WST XCD YER ZAR ZMW ZWG";

    private static readonly Dictionary<string, int> KnownDigits = Table();

    private readonly string? code;

    private Currency(string code) => this.code = code;

    /// <summary>United States dollar, also the currency of Ecuador.</summary>
    public static Currency Usd { get; } = Of("USD");

    /// <summary>Euro.</summary>
    public static Currency Eur { get; } = Of("EUR");

    /// <summary>The ISO code, three upper-case letters.</summary>
    public string Code => code ?? None;

    /// <summary>Decimals of the minor unit: 0, 2 or 3.</summary>
    public int Digits => KnownDigits.GetValueOrDefault(Code, 2);

    /// <summary>The currency of a code.</summary>
    /// <exception cref="ArgumentException">The code is not a currency of ISO 4217.</exception>
    public static Currency Of(string code) =>
        TryOf(code, out var currency)
            ? currency
            : throw new ArgumentException("A currency is an ISO 4217 code of three capital letters, such as USD.", nameof(code));

    /// <summary>The currency of a code; false when it is none.</summary>
    public static bool TryOf(string? code, out Currency currency)
    {
        var known = code is not null && KnownDigits.ContainsKey(code);
        currency = known ? new Currency(code!) : default;
        return known;
    }

    /// <inheritdoc/>
    public override string ToString() => Code;

    private static Dictionary<string, int> Table()
    {
        var table = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var c in ZeroDigits.Split(' ')) table.Add(c, 0);
        foreach (var c in TwoDigits.Split(' ')) table.Add(c, 2);
        foreach (var c in ThreeDigits.Split(' ')) table.Add(c, 3);
        return table;
    }
}
