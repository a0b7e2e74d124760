using System.Collections.Concurrent;
using System.Diagnostics.Metrics;
using System.Globalization;
using System.Text;

namespace Clinic.Api.Health;

/// <summary>Keeps the figures of every meter of ours and writes them in the text form of Prometheus.</summary>
/// <remarks>Labels are the tags of the instruments: names of jobs, commands and events, never of people.</remarks>
/// <seealso href="https://prometheus.io/docs/instrumenting/exposition_formats/"/>
internal sealed class PrometheusFigures : IDisposable
{
    /// <summary>The media type of the text form.</summary>
    public const string MediaType = "text/plain; version=0.0.4; charset=utf-8";

    private const string Meters = "Clinic.";

    private static readonly double[] Bounds = [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.2, 0.5, 1, 2.5, 5, 10, 30, 60];

    private readonly MeterListener listener = new();
    private readonly ConcurrentDictionary<(Instrument Instrument, string Labels), Series> all = new();

    public PrometheusFigures()
    {
        listener.InstrumentPublished = static (instrument, me) =>
        {
            if (instrument.Meter.Name.StartsWith(Meters, StringComparison.Ordinal)) me.EnableMeasurementEvents(instrument);
        };
        listener.SetMeasurementEventCallback<long>((i, value, tags, _) => Add(i, value, tags));
        listener.SetMeasurementEventCallback<int>((i, value, tags, _) => Add(i, value, tags));
        listener.SetMeasurementEventCallback<double>((i, value, tags, _) => Add(i, value, tags));
        listener.Start();
    }

    /// <summary>All figures as they stand now.</summary>
    public string Write()
    {
        listener.RecordObservableInstruments();
        var text = new StringBuilder();
        foreach (var instrument in all.ToArray().GroupBy(s => s.Key.Instrument).OrderBy(g => g.Key.Name, StringComparer.Ordinal))
        {
            var name = NameOf(instrument.Key);
            text.Append(CultureInfo.InvariantCulture, $"# HELP {name} {instrument.Key.Description}\n# TYPE {name} {TypeOf(instrument.Key)}\n");
            foreach (var (key, series) in instrument.OrderBy(s => s.Key.Labels, StringComparer.Ordinal)) series.Write(text, name, key.Labels);
        }

        return text.ToString();
    }

    public void Dispose() => listener.Dispose();

    private void Add(Instrument instrument, double value, ReadOnlySpan<KeyValuePair<string, object?>> tags) =>
        all.GetOrAdd((instrument, Labels(tags)), static k => new(TypeOf(k.Instrument))).Add(value);

    private static string TypeOf(Instrument instrument) => instrument.GetType().Name.Split('`')[0] switch
    {
        nameof(Histogram<long>) => "histogram",
        nameof(Counter<long>) or nameof(ObservableCounter<long>) => "counter",
        _ => "gauge",
    };

    // Base units are part of the name, and what only counts ends in total.
    private static string NameOf(Instrument instrument)
    {
        var name = string.Concat(instrument.Name.Select(c => char.IsAsciiLetterOrDigit(c) ? c : '_'));
        if (instrument.Unit == "s") name += "_seconds";
        else if (instrument.Unit == "By") name += "_bytes";
        return TypeOf(instrument) == "counter" ? name + "_total" : name;
    }

    private static string Labels(ReadOnlySpan<KeyValuePair<string, object?>> tags)
    {
        var labels = new List<string>();
        foreach (var (name, value) in tags)
        {
            var text = Convert.ToString(value, CultureInfo.InvariantCulture) ?? "";
            if (value is bool yes) text = yes ? "true" : "false";
            labels.Add($"{string.Concat(name.Select(c => char.IsAsciiLetterOrDigit(c) ? c : '_'))}=\"{text.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal).Replace("\n", "\\n", StringComparison.Ordinal)}\"");
        }

        return string.Join(',', labels.Order(StringComparer.Ordinal));
    }

    private sealed class Series(string type)
    {
        private readonly long[] buckets = new long[Bounds.Length];
        private double sum;
        private long count;

        public void Add(double value)
        {
            lock (buckets)
            {
                count++;
                sum = type == "gauge" ? value : sum + value;
                if (type != "histogram") return;
                for (var i = 0; i < Bounds.Length; i++)
                {
                    if (value <= Bounds[i]) buckets[i]++;
                }
            }
        }

        public void Write(StringBuilder text, string name, string labels)
        {
            lock (buckets)
            {
                var some = labels.Length == 0 ? "" : $"{{{labels}}}";
                if (type != "histogram")
                {
                    text.Append(CultureInfo.InvariantCulture, $"{name}{some} {sum}\n");
                    return;
                }

                var more = labels.Length == 0 ? "" : labels + ",";
                for (var i = 0; i < Bounds.Length; i++) text.Append(CultureInfo.InvariantCulture, $"{name}_bucket{{{more}le=\"{Bounds[i]}\"}} {buckets[i]}\n");
                text.Append(CultureInfo.InvariantCulture, $"{name}_bucket{{{more}le=\"+Inf\"}} {count}\n{name}_sum{some} {sum}\n{name}_count{some} {count}\n");
            }
        }
    }
}
