using System.Collections;
using System.Reflection;
using Clinic.Abstractions;
using Clinic.Pharmacy.Alerts;
using Clinic.Storage.Contracts;

namespace Clinic.Storage.Turso.Tests;

/// <summary>Every call that the contracts make is made again for another clinic, with the ids and aggregates of the first.</summary>
/// <remarks>Reads must find nothing, and writes must leave every row of the first as it was.</remarks>
public sealed class TenantCrossingTests
{
    private const int MostCalls = 5;

    // What counts, leases or makes a job of the asking clinic due answers something for any clinic; that it changed nothing of another's is checked all the same.
    private static readonly string[] WithAnswerOfTheirOwn = ["TryStartAsync", "CountAttemptAsync", "MakeDueAsync"];

    private static readonly IReadOnlyList<ContractSuite> Suites = [.. CoreContracts.All.Concat(PharmacyContracts.All).Concat(DispensingContracts.All).Concat(EmergencyContracts.All).Concat(TranscriptionContracts.All)];

    public static TheoryData<string> Ports { get; } = new(Suites.Select(s => s.Port).Where(p => p is not ("CommitStore" or "TenantDirectory")));

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory]
    [MemberData(nameof(Ports))]
    public async Task Another_clinic_reaches_nothing_through_any_method(string port)
    {
        var tried = new HashSet<string>(StringComparer.Ordinal);
        Type? type = null;
        foreach (var one in Suites.Single(s => s.Port == port).Cases)
        {
            await using var stores = await TursoStores.MakeAsync(inMemory: true, withPharmacy: true, withDispensing: true, withEmergency: true, withTranscription: true);
            var watched = new WatchedStores(stores);
            await one.RunAsync(watched, Stop);
            var stranger = new TenantId(Guid.CreateVersion7());
            var before = await RowsAsync(stores, stranger);
            var calls = watched.Calls.Where(c => c.Port.Name[1..] == port).GroupBy(c => c.Method).SelectMany(g => g.TakeLast(MostCalls))
                .OrderBy(c => IsWrite(c.Method)).ThenBy(c => WithAnswerOfTheirOwn.Contains(c.Method.Name)).ToList();
            // What takes nothing but the clinic needs no call to learn from.
            if (calls.Count > 0)
            {
                type = calls[0].Port;
                foreach (var method in Methods(type!).Where(m => m.GetParameters().Select(p => p.ParameterType).SequenceEqual([typeof(TenantId), typeof(CancellationToken)])))
                {
                    if (await CrossAsync(stores, new(type!, calls[0].Target, method, [stranger, Stop]), stranger)) tried.Add(NameOf(method));
                }
            }

            foreach (var call in calls)
            {
                type = call.Port;
                if (await CrossAsync(stores, call, stranger)) tried.Add(NameOf(call.Method));
            }

            Assert.Equal(before, await RowsAsync(stores, stranger));
        }

        Assert.Empty(Methods(type!).Select(NameOf).Except(tried));
    }

    private static IEnumerable<MethodInfo> Methods(Type port) =>
        new[] { port }.Concat(port.GetInterfaces()).SelectMany(t => t.GetMethods()).Where(m => IsWrite(m) || TenantAt(m) >= 0);

    private static string NameOf(MethodInfo method) => System.FormattableString.Invariant($"{method.Name}/{method.GetParameters().Length}");

    private static async Task<bool> CrossAsync(TursoStores stores, Call call, TenantId stranger)
    {
        var arguments = call.Arguments.ToArray();
        if (IsWrite(call.Method))
        {
            try
            {
                await stores.CommitAsync(unit =>
                {
                    arguments[0] = unit;
                    call.Method.Invoke(call.Target, arguments);
                }, tenant: stranger);
            }
            catch (Exception e) when (e is ConcurrencyConflictException or TargetInvocationException or TursoException)
            {
                // Refused: that is one way of leaving the other clinic alone.
            }
        }
        else if (TenantAt(call.Method) is var at && at >= 0)
        {
            arguments[at] = stranger;
            for (var i = 0; i < arguments.Length; i++) arguments[i] = arguments[i] is CancellationToken ? Stop : arguments[i];
            var answering = (Task)call.Method.Invoke(call.Target, arguments)!;
            try
            {
                await answering;
            }
            catch (ArgumentException)
            {
                // The case tried what is refused for anybody.
                return false;
            }

            var answer = answering.GetType().GetProperty("Result")?.GetValue(answering);
            if (!WithAnswerOfTheirOwn.Contains(call.Method.Name)) Assert.True(IsNothing(answer), $"{call.Port.Name}.{call.Method.Name} answers another clinic: {answer}");
        }
        else return false;

        return true;
    }

    private static bool IsWrite(MethodInfo method) => method.GetParameters().FirstOrDefault()?.ParameterType == typeof(IUnit);

    private static int TenantAt(MethodInfo method) => Array.FindIndex(method.GetParameters(), p => p.ParameterType == typeof(TenantId));

    private static bool IsNothing(object? answer) => answer switch
    {
        null or false or 0 or 0L => true,
        string text => text.Length == 0,
        OutboxDepth depth => depth is (0, 0),
        // A history of nothing is an answer with nothing on hand and nothing that moved.
        ConsumptionHistory history => history is { Scale: 0, OnHand.Count: 0, Slices.Count: 0 },
        IEnumerable all => !all.GetEnumerator().MoveNext(),
        var page when page.GetType() is { IsGenericType: true } t && t.GetGenericTypeDefinition() == typeof(Page<>) => IsNothing(t.GetProperty("Items")!.GetValue(page)),
        _ => answer.GetType().Name == "VoidTaskResult",
    };

    // Every row of everybody but the stranger.
    private static async Task<List<string>> RowsAsync(TursoStores stores, TenantId stranger)
    {
        var all = new List<string>();
        foreach (var table in await stores.Source.ListAsync(
            "SELECT m.name FROM sqlite_master m WHERE m.type = 'table' AND EXISTS (SELECT 1 FROM pragma_table_info(m.name) c WHERE c.name = 'tenant_id') ORDER BY m.name",
            [], r => r.Text(0), Stop))
        {
            var columns = await stores.Source.ListAsync($"SELECT name FROM pragma_table_info('{table}')", [], r => r.Text(0), Stop);
            var row = string.Join(" || '|' || ", columns.Select(c => $"quote({c})"));
            all.AddRange(await stores.Source.ListAsync($"SELECT '{table} ' || {row} FROM {table} WHERE tenant_id <> ?1 ORDER BY 1", [stranger.Value], r => r.Text(0), Stop));
        }

        return all;
    }

    private sealed record Call(Type Port, object Target, MethodInfo Method, object?[] Arguments);

    private sealed class WatchedStores(TursoStores stores) : IClinicStores
    {
        public List<Call> Calls { get; } = [];

        public ContractClock Clock => stores.Clock;

        public TenantId Tenant => stores.Tenant;

        public TenantId OtherTenant => stores.OtherTenant;

        public T Get<T>()
            where T : notnull
        {
            var real = stores.Get<T>();
            if (!typeof(T).IsInterface || real is IUnitOfWork or ICommitStore or IIdGenerator) return real;
            var watched = DispatchProxy.Create<T, Watcher>();
            ((Watcher)(object)watched).Watch(typeof(T), real, Calls);
            return watched;
        }

        public ValueTask DisposeAsync() => ValueTask.CompletedTask;
    }

#pragma warning disable CA1852 // The proxy is a class derived from it at run time.
    private class Watcher : DispatchProxy
#pragma warning restore CA1852
    {
        private Type port = null!;
        private object target = null!;
        private List<Call> calls = null!;

        public void Watch(Type type, object real, List<Call> all) => (port, target, calls) = (type, real, all);

        protected override object? Invoke(MethodInfo? targetMethod, object?[]? args)
        {
            lock (calls) calls.Add(new Call(port, target, targetMethod!, [.. args!]));
            try
            {
                return targetMethod!.Invoke(target, args);
            }
            catch (TargetInvocationException e)
            {
                System.Runtime.ExceptionServices.ExceptionDispatchInfo.Throw(e.InnerException!);
                throw;
            }
        }
    }
}
