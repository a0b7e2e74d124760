using System.Diagnostics;
using System.Diagnostics.Metrics;
using Clinic.Abstractions;

namespace Clinic.Bridges.Diagnostics;

/// <summary>What the bridges measure, under the name <c>Clinic.Bridges</c>. Names and counts only.</summary>
internal static class BridgesTelemetry
{
    public const string Name = "Clinic.Bridges";

    private static readonly Meter Meter = new(Name);
    private static readonly Counter<long> Runs = Meter.CreateCounter<long>("clinic.jobs.runs", "{run}", "Runs of jobs.");
    private static readonly Counter<long> Done = Meter.CreateCounter<long>("clinic.jobs.done", "{thing}", "Things that jobs did.");
    private static readonly Histogram<double> Took = Meter.CreateHistogram<double>("clinic.jobs.duration", "s", "How long a run took.");
    private static readonly Counter<long> Deliveries = Meter.CreateCounter<long>("clinic.outbox.delivered", "{event}", "Events that every receiver took.");
    private static readonly Counter<long> Failures = Meter.CreateCounter<long>("clinic.outbox.failed", "{attempt}", "Deliveries that failed.");
    private static readonly Counter<long> Mails = Meter.CreateCounter<long>("clinic.mail.sent", "{mail}", "Mails handed over.");

    public static ActivitySource Source { get; } = new(Name);

    public static void JobRan(string job, JobReport report, TimeSpan took)
    {
        var name = new KeyValuePair<string, object?>("job", job);
        Runs.Add(1, name, new("outcome", report.Error is null ? "ok" : "failed"));
        Done.Add(report.Done, name);
        Took.Record(took.TotalSeconds, name);
    }

    public static void Delivered(string type) => Deliveries.Add(1, new KeyValuePair<string, object?>("type", type));

    public static void DeliveryFailed(string type, bool gaveUp) =>
        Failures.Add(1, new KeyValuePair<string, object?>("type", type), new("gave_up", gaveUp));

    public static void MailSent(string transport) => Mails.Add(1, new KeyValuePair<string, object?>("transport", transport));
}
