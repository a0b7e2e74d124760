using System.Text.Json;

namespace Clinic.Storage.Turso;

/// <summary>When a step of a batch runs; the server judges it right before the step.</summary>
internal sealed class HranaCondition
{
    private readonly string type;
    private readonly int step;
    private readonly HranaCondition[] inner;

    private HranaCondition(string type, int step, params HranaCondition[] inner)
    {
        this.type = type;
        this.step = step;
        this.inner = inner;
    }

    /// <summary>No transaction is open.</summary>
    public static HranaCondition IsAutocommit { get; } = new("is_autocommit", -1);

    /// <summary>A transaction is open: the server has not taken it away.</summary>
    public static HranaCondition InTransaction { get; } = Not(IsAutocommit);

    /// <summary>The step with this index was run and succeeded.</summary>
    public static HranaCondition Ok(int step) => new("ok", step);

    public static HranaCondition Not(HranaCondition condition) => new("not", -1, condition);

    public static HranaCondition And(params HranaCondition[] conditions) => new("and", -1, conditions);

    public void Write(Utf8JsonWriter json)
    {
        json.WriteStartObject();
        json.WriteString("type", type);
        if (step >= 0) json.WriteNumber("step", step);
        if (type == "not") WriteNot(json);
        if (type == "and") WriteAnd(json);
        json.WriteEndObject();
    }

    private void WriteNot(Utf8JsonWriter json)
    {
        json.WritePropertyName("cond");
        inner[0].Write(json);
    }

    private void WriteAnd(Utf8JsonWriter json)
    {
        json.WriteStartArray("conds");
        foreach (var condition in inner) condition.Write(json);
        json.WriteEndArray();
    }
}
