using System.Reflection;

namespace Jero.Endpoints;

/// <summary>Describes a member of an <c>[AsParameters]</c> type as if it were a parameter of the handler.</summary>
internal sealed class PropertyParameter : ParameterInfo
{
    private readonly PropertyInfo _property;

    public PropertyParameter(PropertyInfo property)
    {
        _property = property;
        NameImpl = property.Name;
        ClassImpl = property.PropertyType;
        MemberImpl = property;
    }

    public override bool HasDefaultValue => false;

    public override object[] GetCustomAttributes(bool inherit) => _property.GetCustomAttributes(inherit);

    public override object[] GetCustomAttributes(Type attributeType, bool inherit) => _property.GetCustomAttributes(attributeType, inherit);

    public override IList<CustomAttributeData> GetCustomAttributesData() => _property.GetCustomAttributesData();

    public override bool IsDefined(Type attributeType, bool inherit) => _property.IsDefined(attributeType, inherit);
}
