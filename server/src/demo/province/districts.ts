/** The 15 district-level units of Long An until 1 July 2025, with their codes of the statistics office. */
export const DISTRICTS: readonly { readonly code: string; readonly name: string }[] = [
  { code: '794', name: 'Thành phố Tân An' },
  { code: '795', name: 'Thị xã Kiến Tường' },
  { code: '796', name: 'Huyện Tân Hưng' },
  { code: '797', name: 'Huyện Vĩnh Hưng' },
  { code: '798', name: 'Huyện Mộc Hóa' },
  { code: '799', name: 'Huyện Tân Thạnh' },
  { code: '800', name: 'Huyện Thạnh Hóa' },
  { code: '801', name: 'Huyện Đức Huệ' },
  { code: '802', name: 'Huyện Đức Hòa' },
  { code: '803', name: 'Huyện Bến Lức' },
  { code: '804', name: 'Huyện Thủ Thừa' },
  { code: '805', name: 'Huyện Tân Trụ' },
  { code: '806', name: 'Huyện Cần Đước' },
  { code: '807', name: 'Huyện Cần Giuộc' },
  { code: '808', name: 'Huyện Châu Thành' },
];

/** `UBND huyện Đức Hòa`: the kind of place is a capital only where it begins the name. */
export const committeeOf = (district: string): string =>
  `UBND ${district.replace(/^./, (letter) => letter.toLowerCase())}`;
