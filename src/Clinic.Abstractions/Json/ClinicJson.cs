using System.Text.Json;
using System.Text.Json.Serialization;
using NodaTime;
using NodaTime.Text;

namespace Clinic.Abstractions;

/// <summary>The one JSON form of the shared words: stored answers, events and the API use it.</summary>
/// <remarks>Ids and dates are text, enums are camel-case words, figures are exact decimal numbers.</remarks>
public static class ClinicJson
{
    // What people write on a form has no seconds.
    private static readonly LocalTimePattern HourMinute = LocalTimePattern.CreateWithInvariantCulture("HH':'mm");

    private static readonly LocalDateTimePattern DayHourMinute = LocalDateTimePattern.CreateWithInvariantCulture("uuuu'-'MM'-'dd'T'HH':'mm");

    /// <summary>Ready options; read-only.</summary>
    public static JsonSerializerOptions Options { get; } = Make();

    /// <summary>Adds the converters of the shared words to other options, such as a host's.</summary>
    public static void Configure(JsonSerializerOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        // Null where a value must be is refused by the reader, before a command could meet it.
        options.RespectNullableAnnotations = true;
        options.PropertyNamingPolicy = JsonNamingPolicy.CamelCase;
        // People and other systems write the fields of an object in any order.
        options.AllowOutOfOrderMetadataProperties = true;
        options.NumberHandling = JsonNumberHandling.AllowReadingFromString;
        options.Converters.Add(new IdConverterFactory());
        options.Converters.Add(new TextConverter<Instant>(InstantPattern.ExtendedIso.Format, t => Read(InstantPattern.ExtendedIso, t)));
        options.Converters.Add(new TextConverter<Offset>(OffsetPattern.GeneralInvariant.Format, t => Read(OffsetPattern.GeneralInvariant, t)));
        options.Converters.Add(new TextConverter<LocalDate>(LocalDatePattern.Iso.Format, t => Read(LocalDatePattern.Iso, t)));
        options.Converters.Add(new TextConverter<LocalTime>(LocalTimePattern.ExtendedIso.Format, t => Read(t.Length == 5 ? HourMinute : LocalTimePattern.ExtendedIso, t)));
        options.Converters.Add(new TextConverter<LocalDateTime>(
            LocalDateTimePattern.ExtendedIso.Format, t => Read(t.Length == 16 ? DayHourMinute : LocalDateTimePattern.ExtendedIso, t)));
        options.Converters.Add(new TextConverter<Duration>(DurationPattern.JsonRoundtrip.Format, t => Read(DurationPattern.JsonRoundtrip, t)));
        options.Converters.Add(new TextConverter<UnitCode>(u => u.Code, t => new UnitCode(t)));
        options.Converters.Add(new TextConverter<Currency>(c => c.Code, Currency.Of));
        options.Converters.Add(new JsonStringEnumConverter(JsonNamingPolicy.CamelCase, allowIntegerValues: false));
    }

    private static JsonSerializerOptions Make()
    {
        var options = new JsonSerializerOptions(JsonSerializerDefaults.Web);
        Configure(options);
        options.MakeReadOnly(populateMissingResolver: true);
        return options;
    }

    private static T Read<T>(IPattern<T> pattern, string text) => pattern.Parse(text).GetValueOrThrow();
}
